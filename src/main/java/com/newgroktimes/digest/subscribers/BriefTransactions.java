package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of those who do not wait long for what others hold. */
@Component
class BriefTransactions {

    private final TransactionTemplate transaction;
    private final JdbcClient database;

    BriefTransactions(TransactionTemplate transaction, JdbcClient database) {
        this.transaction = transaction;
        this.database = database;
    }

    /** Takes what time it takes, but waits for no lock longer than this. */
    void waitingAtMost(Duration patience, Runnable work) {
        transaction.executeWithoutResult(begun -> {
            waitForALock(patience);
            work.run();
        });
    }

    /** All of it ends within this time, rounded up to seconds, whatever it waits for and however often. */
    <T> T within(Duration time, Supplier<T> work) {
        TransactionTemplate brief =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        brief.setTimeout((int) (1 + (time.toMillis() - 1) / TimeUnit.SECONDS.toMillis(1)));
        return Objects.requireNonNull(brief.execute(begun -> {
            waitForALock(time);
            return work.get();
        }));
    }

    private void waitForALock(Duration patience) {
        database.sql("select set_config('lock_timeout', :patience, true)")
                .param("patience", patience.toMillis() + "ms")
                .query(String.class)
                .single();
    }
}
