package com.newgroktimes.digest.subscribers;

import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.subscribers.Letter.Occasion;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class LetterQueueTest {

    private static final long SOMEBODY = 7;

    @Autowired
    private LetterQueue letters;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SettableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void ofTwoWhoOweTheSameLetterAtOnceNeitherLosesItsTransaction() {
        CompletableFuture<Void> other = transaction.execute(status -> {
            letters.add(SOMEBODY, Occasion.SIGN_UP);
            var second = CompletableFuture.runAsync(this::owe);
            eventually("the other one waits to see what becomes of ours", this::somebodyWaits);
            return second;
        });

        assertThat(other).succeedsWithin(30, SECONDS);
    }

    @Test
    void oneOfAKindWaitsForASubscriber() {
        transaction.executeWithoutResult(status -> {
            letters.add(SOMEBODY, Occasion.SIGN_UP);
            letters.add(SOMEBODY, Occasion.SIGN_UP);
            letters.add(SOMEBODY, Occasion.LEAVE);

            assertThat(owed()).isEqualTo(2);
        });
    }

    @Test
    void whoAsksAgainDoesNotWaitForTheNextTryOfALetterThatCouldNotBeMade() {
        transaction.executeWithoutResult(status -> {
            letters.add(SOMEBODY, Occasion.SIGN_UP);
            database.sql("update scheduled_tasks set execution_time = execution_time + interval '30 minutes',"
                            + " consecutive_failures = 12 where task_name = 'letter'")
                    .update();
            letters.add(SOMEBODY, Occasion.SIGN_UP);

            assertThat(database.sql("select execution_time <= :now and consecutive_failures = 0 from scheduled_tasks"
                                    + " where task_name = 'letter'")
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        });
    }

    @Test
    void aLetterInHandIsLeftToWhoeverHasIt() {
        transaction.executeWithoutResult(status -> {
            letters.add(SOMEBODY, Occasion.SIGN_UP);
            database.sql(
                            "update scheduled_tasks set picked = true, consecutive_failures = 2 where task_name = 'letter'")
                    .update();
            letters.add(SOMEBODY, Occasion.SIGN_UP);

            assertThat(database.sql("select consecutive_failures from scheduled_tasks where task_name = 'letter'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
            status.setRollbackOnly();
        });
    }

    @Test
    void everyLetterToNobodyIsAnother() {
        transaction.executeWithoutResult(status -> {
            letters.add(Letter.NOBODY, Occasion.LEAVE);
            letters.add(Letter.NOBODY, Occasion.LEAVE);

            assertThat(owed()).isEqualTo(2);
        });
    }

    private void owe() {
        transaction.executeWithoutResult(status -> letters.add(SOMEBODY, Occasion.SIGN_UP));
    }

    private boolean somebodyWaits() {
        return database.sql("select exists (select 1 from pg_locks where locktype = 'transactionid' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private int owed() {
        return database.sql("select count(*) from scheduled_tasks where task_name = 'letter'")
                .query(Integer.class)
                .single();
    }
}
