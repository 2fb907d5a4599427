package com.newgroktimes.digest.platform;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that cannot be reached, which passes, from one that refused what it was given, which is a fault of ours. */
public final class DatabaseAway {

    private DatabaseAway() {}

    /** Whether that is what is behind it. */
    public static boolean isBehind(@Nullable Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, DatabaseAway::reason)
                .anyMatch(cause -> cause instanceof CannotCreateTransactionException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof TransientDataAccessResourceException);
    }

    /** A connection that breaks in a transaction cannot roll it back either, and that failure comes before what led to it. */
    private static @Nullable Throwable reason(Throwable fault) {
        return fault instanceof TransactionSystemException rollback && rollback.getApplicationException() != null
                ? rollback.getApplicationException()
                : fault.getCause();
    }
}
