package com.newgroktimes.digest.testing;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class TestDatabaseTest {

    @Test
    void aFreshDatabaseIsMigratedAndEmpty() {
        JdbcClient database = JdbcClient.create(TestDatabase.fresh());

        assertThat(database.sql("select count(*) from subscriber")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void twoFreshDatabasesDoNotMeet() {
        JdbcClient first = JdbcClient.create(TestDatabase.fresh());
        JdbcClient second = JdbcClient.create(TestDatabase.fresh());

        first.sql("insert into run (edition) values (1)").update();

        assertThat(second.sql("select count(*) from run").query(Long.class).single())
                .isZero();
    }
}
