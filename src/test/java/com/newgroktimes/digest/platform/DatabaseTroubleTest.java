package com.newgroktimes.digest.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

class DatabaseTroubleTest {

    static Exception[] away() {
        return new Exception[] {
            new CannotCreateTransactionException("no connection"),
            new CannotGetJdbcConnectionException("no connection"),
            new DataAccessResourceFailureException("cut off"),
            new IllegalStateException("in a template", new DataAccessResourceFailureException("cut off")),
            told("08006"),
            told("57P01"),
            new SQLException("refused", "08001"),
            new SQLException("Connection is closed"),
            new SQLTransientConnectionException("There is none left.", new SQLException("not accepted", "55000"))
        };
    }

    static Exception[] here() {
        return new Exception[] {
            new DataIntegrityViolationException("taken"),
            new EmptyResultDataAccessException(1),
            new UnexpectedRollbackException("rolled back"),
            new IllegalStateException("something else"),
            told("23505"),
            told("22021"),
            told("57014"),
            new SQLException("no such table", "42P01")
        };
    }

    @ParameterizedTest
    @MethodSource
    void away(Exception fault) {
        assertThat(DatabaseTrouble.behind(fault)).contains(DatabaseTrouble.AWAY);
    }

    @ParameterizedTest
    @MethodSource
    void here(Exception fault) {
        assertThat(DatabaseTrouble.behind(fault)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "53100, DISK_FULL",
        "53200, OUT_OF_MEMORY",
        "53300, NO_CONNECTION_LEFT",
        "57P03, NOT_OPEN",
        "25006, READ_ONLY"
    })
    void whatItIsIsToldApart(String sqlState, DatabaseTrouble trouble) {
        SQLException cause = new SQLException("told", sqlState);

        assertThat(DatabaseTrouble.behind(cause)).contains(trouble);
        assertThat(DatabaseTrouble.behind(new CannotGetJdbcConnectionException(
                        "no connection", new SQLTransientConnectionException("timed out", cause))))
                .contains(trouble);
    }

    /** As it comes to us with this SQLSTATE. */
    private static DataAccessException told(String sqlState) {
        return Objects.requireNonNull(new SQLStateSQLExceptionTranslator()
                .translate("a query", "select", new SQLException("told", sqlState)));
    }
}
