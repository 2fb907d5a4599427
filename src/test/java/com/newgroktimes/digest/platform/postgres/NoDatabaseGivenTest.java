package com.newgroktimes.digest.platform.postgres;

import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class NoDatabaseGivenTest {

    @Test
    void whoGivesADatabaseGetsNoOther() {
        new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedDatabaseConfiguration.class)
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example.org/digest")
                .run(context -> assertThat(context)
                        .doesNotHaveBean(EmbeddedDatabase.class)
                        .doesNotHaveBean(JdbcConnectionDetails.class));
    }
}
