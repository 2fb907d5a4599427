package com.newgroktimes.digest.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
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
    /** It lets in nobody of our name and password, or there is none of its name. */
    REFUSES_US("The database refuses us.", "See whether its name, our user and the password are still right"),
    /** It meets files that it cannot read or write, or that are not what it wrote. */
    DAMAGED("The database is damaged, or its disk is.", "See in its log what is broken, and mend or restore it"),
    /** It reads, and writes nothing. */
    DISK_FULL("The disk of the database is full.", "Make room on it"),
    OUT_OF_MEMORY("The database is out of memory.", "Wait a minute, or give it more"),
    /** Whoever has a connection keeps it, so that parts of the service go on. */
    NO_CONNECTION_LEFT("The database takes no more connections.", "Wait a minute, or let it take more"),
    /** As a stand-by is, until it takes over. */
    READ_ONLY("The database takes no changes.", "Wait a minute"),
    NOT_OPEN("The database is starting, stopping or recovering.", "Wait a minute");

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

    /** False where nothing gets better until somebody has done something. */
    public boolean passesByItself() {
        return switch (this) {
            case AWAY, OUT_OF_MEMORY, NO_CONNECTION_LEFT, READ_ONLY, NOT_OPEN -> true;
            case DISK_FULL, REFUSES_US, DAMAGED -> false;
        };
    }

    /** What is behind a failure; empty where the database is well, and refused what it was given. */
    public static Optional<DatabaseTrouble> behind(@Nullable Throwable failure) {
        List<SqlState> told = states(failure).filter(SqlState::isClear).toList();
        if (told.isEmpty()) {
            return causes(failure).anyMatch(DatabaseTrouble::tellsOfNoAnswer) ? Optional.of(AWAY) : Optional.empty();
        }
        List<DatabaseTrouble> all =
                told.stream().flatMap(state -> state.trouble().stream()).toList();
        return all.stream()
                .filter(trouble -> trouble != AWAY) // which is all that is known further out
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Whether what failed may be taken at another time, by itself or once somebody has done something. */
    public static boolean isWorthAnotherTry(@Nullable Throwable failure) {
        return behind(failure).isPresent()
                || states(failure).anyMatch(SqlState::isWorthAnotherTry)
                || causes(failure).anyMatch(DatabaseTrouble::saysNothing);
    }

    /** Whether it was wanted by somebody who would not wait any longer (lock_timeout) for whoever holds it. */
    public static boolean isHeld(@Nullable Throwable failure) {
        return states(failure).anyMatch(SqlState::isHeld);
    }

    private static boolean saysNothing(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() == null;
    }

    private static Stream<SqlState> states(@Nullable Throwable failure) {
        return causes(failure).flatMap(SqlState::in);
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return failure == null
                ? Stream.empty()
                : Stream.of(Stream.of(failure), causes(ledTo(failure)), causes(failure.getCause()))
                        .flatMap(part -> part);
    }

    /** A connection that breaks in a transaction cannot roll it back either, and that failure comes before what led to it. */
    private static @Nullable Throwable ledTo(Throwable failure) {
        return failure instanceof TransactionSystemException rollback ? rollback.getApplicationException() : null;
    }

    private static boolean tellsOfNoAnswer(Throwable cause) {
        return isTakenFromUs(cause)
                || cause instanceof CannotCreateTransactionException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof TransientDataAccessResourceException
                || cause instanceof SQLTransientConnectionException;
    }

    /** In the pool's words, which has no SQLSTATE for a connection that broke and that somebody still holds. */
    private static boolean isTakenFromUs(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() == null
                && "Connection is closed".equals(sql.getMessage());
    }
}
