package com.newgroktimes.digest.platform.postgres;

import java.sql.SQLTransientConnectionException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseRefusedAnalyzerTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://db.example.org/digest?password=hidden");

    @ParameterizedTest
    @CsvSource({
        "INVALID_PASSWORD, SPRING_DATASOURCE_PASSWORD",
        "CONNECTION_UNABLE_TO_CONNECT, SPRING_DATASOURCE_URL",
        "CONNECTION_FAILURE, SPRING_DATASOURCE_URL",
    })
    void whatTheDatabaseSaidIsToldWithTheSettingToLookAt(PSQLState state, String setting) {
        FailureAnalysis told = Objects.requireNonNull(analysis(new PSQLException("It said no.", state)));

        assertThat(told.getDescription())
                .contains("jdbc:postgresql://db.example.org/digest", "It said no.")
                .doesNotContain("hidden");
        assertThat(told.getAction()).contains(setting);
    }

    @Test
    void aFaultOfOursKeepsItsStackTrace() {
        assertThat(analysis(new PSQLException("Syntax error", PSQLState.SYNTAX_ERROR)))
                .isNull();
    }

    @Test
    void ourOwnDatabaseHasNoSettingToLookAt() {
        environment.setProperty("spring.datasource.url", "");

        assertThat(analysis(new PSQLException("It said no.", PSQLState.INVALID_PASSWORD)))
                .isNull();
    }

    private @Nullable FailureAnalysis analysis(PSQLException refused) {
        var met = new IllegalStateException(new SQLTransientConnectionException("Timed out", refused));
        return new DatabaseRefusedAnalyzer(environment).analyze(met);
    }
}
