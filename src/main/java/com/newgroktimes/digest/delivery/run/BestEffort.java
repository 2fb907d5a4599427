package com.newgroktimes.digest.delivery.run;

import java.util.Arrays;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What a run asks of the database and can do without: where that does not take it, it is told in the log and stops nothing. */
final class BestEffort {

    private BestEffort() {}

    /**
     * False where the database did not take it.
     *
     * @param otherwise what is so then, with places for what it is about
     */
    static boolean done(Runnable deed, Logger log, String otherwise, Object... about) {
        try {
            deed.run();
            return true;
        } catch (DataAccessException | TransactionException e) {
            log.warn(otherwise, with(e, about));
            return false;
        }
    }

    private static Object[] with(Exception cause, Object[] about) {
        return Stream.concat(Arrays.stream(about), Stream.of(cause)).toArray();
    }
}
