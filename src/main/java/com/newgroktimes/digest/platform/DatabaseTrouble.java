package com.newgroktimes.digest.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Why the database does not do what it was asked, where the fault is in neither the question nor ours. */
public enum DatabaseTrouble {
    /** It cannot be reached, or broke off. */
    AWAY("The database does not answer.", "Wait a minute"),
    /** It reads, and writes nothing. The only one that does not pass until somebody does something. */
    DISK_FULL("The disk of the database is full.", "Make room on it"),
    OUT_OF_MEMORY("The database is out of memory.", "Wait a minute, or give it more"),
    /** Whoever has a connection keeps it, so that parts of the service go on. */
    NO_CONNECTION_LEFT("The database takes no more connections.", "Wait a minute, or let it take more"),
    /** As a stand-by is, until it takes over. */
    READ_ONLY("The database takes no changes.", "Wait a minute"),
    NOT_OPEN("The database is starting, stopping or recovering.", "Wait a minute");

    // SQLSTATE classes: connection, out of resources, system error. Of class 57 only P0x: a statement that was
    // cancelled, since it took too long, says nothing of the database.
    private static final Set<String> CLASSES = Set.of("08", "53", "58");

    private final String sentence;
    private final String remedy;

    DatabaseTrouble(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** What is the matter. */
    public String sentence() {
        return sentence;
    }

    /** What to do, to be gone on with: {@code Make room on it, then resume.} */
    public String remedy() {
        return remedy;
    }

    public boolean passesByItself() {
        return this != DISK_FULL;
    }

    /** What is behind a failure; empty where the database is well, and refused what it was given. */
    public static Optional<DatabaseTrouble> behind(@Nullable Throwable failure) {
        List<DatabaseTrouble> all = Stream.iterate(failure, cause -> cause != null, DatabaseTrouble::reason)
                .flatMap(cause -> told(cause).stream())
                .toList();
        return all.stream()
                .filter(trouble -> trouble != AWAY) // which is all that is known further out
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** A connection that breaks in a transaction cannot roll it back either, and that failure comes before what led to it. */
    private static @Nullable Throwable reason(Throwable failure) {
        return failure instanceof TransactionSystemException rollback && rollback.getApplicationException() != null
                ? rollback.getApplicationException()
                : failure.getCause();
    }

    private static Optional<DatabaseTrouble> told(Throwable cause) {
        if (cause instanceof SQLException sql && sql.getSQLState() != null) {
            Optional<DatabaseTrouble> byState = byState(sql.getSQLState());
            if (byState.isPresent()) {
                return byState;
            }
        }
        return isTakenFromUs(cause)
                        || cause instanceof CannotCreateTransactionException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof TransientDataAccessResourceException
                        || cause instanceof SQLTransientConnectionException
                ? Optional.of(AWAY)
                : Optional.empty();
    }

    /** In the pool's words, which has no SQLSTATE for a connection that broke and that somebody still holds. */
    private static boolean isTakenFromUs(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() == null
                && "Connection is closed".equals(sql.getMessage());
    }

    private static Optional<DatabaseTrouble> byState(String sqlState) {
        return switch (sqlState) {
            case "53100" -> Optional.of(DISK_FULL);
            case "53200" -> Optional.of(OUT_OF_MEMORY);
            case "53300" -> Optional.of(NO_CONNECTION_LEFT);
            case "25006" -> Optional.of(READ_ONLY);
            case "57P03" -> Optional.of(NOT_OPEN);
            default ->
                sqlState.startsWith("57P") || CLASSES.contains(sqlState.substring(0, 2))
                        ? Optional.of(AWAY)
                        : Optional.empty();
        };
    }
}
