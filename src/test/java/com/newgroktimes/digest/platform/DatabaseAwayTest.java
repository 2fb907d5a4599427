package com.newgroktimes.digest.platform;

import java.sql.SQLException;
import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAwayTest {

    static Exception[] away() {
        return new Exception[] {
            new CannotCreateTransactionException("no connection"),
            new CannotGetJdbcConnectionException("no connection"),
            new DataAccessResourceFailureException("cut off"),
            new IllegalStateException("in a template", new DataAccessResourceFailureException("cut off")),
            told("08006"),
            told("57P01"),
            told("53300")
        };
    }

    static Exception[] here() {
        return new Exception[] {
            new DataIntegrityViolationException("taken"),
            new EmptyResultDataAccessException(1),
            new UnexpectedRollbackException("rolled back"),
            new IllegalStateException("something else"),
            told("23505"),
            told("22021")
        };
    }

    @ParameterizedTest
    @MethodSource
    void away(Exception fault) {
        assertThat(DatabaseAway.isBehind(fault)).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void here(Exception fault) {
        assertThat(DatabaseAway.isBehind(fault)).isFalse();
    }

    /** As it comes to us with this SQLSTATE. */
    private static DataAccessException told(String sqlState) {
        return Objects.requireNonNull(new SQLStateSQLExceptionTranslator()
                .translate("a query", "select", new SQLException("told", sqlState)));
    }
}
