package com.newgroktimes.digest.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
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
            new DataAccessResourceFailureException("too deep", new SQLException("too complex", "54001")),
            new CannotCreateTransactionException("in another", new SQLException("no such table", "42P01")),
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
        "25006, READ_ONLY",
        "28P01, REFUSES_US",
        "28000, REFUSES_US",
        "3D000, REFUSES_US",
        "58030, DAMAGED",
        "58P01, DAMAGED",
        "XX001, DAMAGED"
    })
    void whatItIsIsToldApart(String sqlState, DatabaseTrouble trouble) {
        SQLException cause = new SQLException("told", sqlState);

        assertThat(DatabaseTrouble.behind(cause)).contains(trouble);
        assertThat(DatabaseTrouble.behind(new CannotGetJdbcConnectionException(
                        "no connection", new SQLTransientConnectionException("timed out", cause))))
                .contains(trouble);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25P03", "28P01", "3D000", "40001", "53100", "57014", "57P01", "58030"})
    void whatPassesOrCanBeMendedIsWorthAnotherTry(String sqlState) {
        assertThat(DatabaseTrouble.isWorthAnotherTry(new SQLException("told", sqlState)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "54000", "XX000"})
    void whatWillBeRefusedAgainIsNot(String sqlState) {
        assertThat(DatabaseTrouble.isWorthAnotherTry(new SQLException("told", sqlState)))
                .isFalse();
    }

    @Test
    void aRollbackThatFailsTellsOfBothWhatLedToItAndWhyItFailed() {
        SQLException away = new SQLException("broken", "08006");
        SQLException full = new SQLException("no space", "53100");

        assertThat(DatabaseTrouble.behind(rollback(away, new IllegalStateException("in a step"))))
                .contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.behind(rollback(away, new IllegalStateException(full))))
                .contains(DatabaseTrouble.DISK_FULL);
    }

    private static TransactionSystemException rollback(SQLException failure, RuntimeException ledTo) {
        var rollback = new TransactionSystemException("not rolled back", failure);
        rollback.initApplicationException(ledTo);
        return rollback;
    }

    @Test
    void whatNeedsSomebodyDoesNotPassByItself() {
        assertThat(DatabaseTrouble.values())
                .filteredOn(trouble -> !trouble.passesByItself())
                .containsExactlyInAnyOrder(
                        DatabaseTrouble.DISK_FULL, DatabaseTrouble.REFUSES_US, DatabaseTrouble.DAMAGED);
    }

    /** As it comes to us with this SQLSTATE. */
    private static DataAccessException told(String sqlState) {
        return Objects.requireNonNull(new SQLStateSQLExceptionTranslator()
                .translate("a query", "select", new SQLException("told", sqlState)));
    }
}
