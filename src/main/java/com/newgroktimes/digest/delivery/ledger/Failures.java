package com.newgroktimes.digest.delivery.ledger;

import java.sql.SQLException;
import java.util.Set;

/** Which failures of the database go away by themselves. */
public final class Failures {

    // SQLSTATE classes: connection, rolled back, out of resources, operator intervened, system error, read-only now.
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "57", "58");

    private Failures() {}

    public static boolean pass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null
                        || PASSING.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return false;
    }
}
