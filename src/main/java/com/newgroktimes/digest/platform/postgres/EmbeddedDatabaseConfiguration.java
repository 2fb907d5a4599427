package com.newgroktimes.digest.platform.postgres;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import com.newgroktimes.digest.platform.DataDirectory;

/** Whoever asks for a connection gets one to the database that these details lead to: pool, Flyway and Spring Batch follow. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseGiven.class)
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(DataDirectory data) {
        return EmbeddedDatabase.open(data);
    }

    @Bean
    Rewriter rewriter(DataSource dataSource) {
        return new Rewriter(dataSource);
    }

    @Bean
    JdbcConnectionDetails embeddedDatabaseDetails(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.login().user();
            }

            @Override
            public String getPassword() {
                return database.login().password();
            }
        };
    }
}
