package com.newgroktimes.digest.platform.postgres;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import com.newgroktimes.digest.platform.settings.DatabaseAddress;

/** A database of the operator's that does not let us in: what it said, and which setting to look at, instead of a stack trace. */
final class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

    private final Environment environment;

    DatabaseRefusedAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PSQLException refused) {
        String url = environment.getProperty(DatabaseAddress.KEY);
        String remedy = StringUtils.hasText(url) ? remedy(String.valueOf(refused.getSQLState())) : null;
        return remedy == null ? null : new FailureAnalysis(what(String.valueOf(url), refused), remedy, refused);
    }

    private static String what(String url, PSQLException refused) {
        return "The database at %s did not let the service in: %s"
                .formatted(DatabaseAddress.shown(url), refused.getMessage());
    }

    /** By SQLSTATE (PostgreSQL, appendix A). */
    private static @Nullable String remedy(String state) {
        return switch (state) {
            case "08001", "08004", "08006" ->
                "See whether it runs and can be reached from here, and correct host and port in %s (SPRING_DATASOURCE_URL)."
                        .formatted(DatabaseAddress.KEY);
            case "28000", "28P01" ->
                "Correct spring.datasource.username and spring.datasource.password (SPRING_DATASOURCE_USERNAME,"
                        + " SPRING_DATASOURCE_PASSWORD).";
            case "3D000" ->
                "Make the database, empty, in UTF-8, owned by the service's user; or correct its name in %s (SPRING_DATASOURCE_URL)."
                        .formatted(DatabaseAddress.KEY);
            case "42501" ->
                "The service makes its own tables: let its user own the database, or grant it create on the schema.";
            default -> null;
        };
    }
}
