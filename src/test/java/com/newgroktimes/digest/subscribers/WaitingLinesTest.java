package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.testing.DigestTest;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DigestTest
class WaitingLinesTest {

    @Autowired
    private BriefTransactions transactions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    private WaitingLines lines;
    private final ExecutorService people = Executors.newCachedThreadPool();

    @BeforeEach
    void open() {
        lines = new WaitingLines(transactions, Duration.ofSeconds(2));
    }

    @AfterEach
    void close() {
        people.shutdownNow();
    }

    @Test
    void ofManyLinesNotAllHaveAConnection() {
        lines = new WaitingLines(transactions, Duration.ofSeconds(8));
        AtomicInteger in = new AtomicInteger();
        CountDownLatch held = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = IntStream.range(0, 18)
                .mapToObj(line -> CompletableFuture.runAsync(
                        () -> lines.stand(line, () -> {
                            in.incrementAndGet();
                            await(held);
                        }),
                        people))
                .toList();

        eventually(
                "the others have gone",
                () -> all.stream()
                                .filter(CompletableFuture::isCompletedExceptionally)
                                .count()
                        == 6);
        held.countDown();

        assertThat(in).hasValue(12);
        assertThat(all.stream().filter(one -> !one.isCompletedExceptionally()))
                .hasSize(12)
                .allSatisfy(one -> assertThat(one).succeedsWithin(9, SECONDS));
    }

    @Test
    void howeverManyWaitForSomethingElseSomebodyCanLeave() {
        lines = new WaitingLines(transactions, Duration.ofSeconds(30));
        AtomicInteger in = new AtomicInteger();
        CountDownLatch held = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = IntStream.range(0, 12)
                .mapToObj(line -> CompletableFuture.runAsync(
                        () -> lines.stand(line, () -> {
                            in.incrementAndGet();
                            await(held);
                        }),
                        people))
                .toList();
        eventually("nobody else gets in", () -> in.get() == 12);

        assertThat(CompletableFuture.runAsync(() -> lines.standToLeave("leaving", () -> {}), people))
                .succeedsWithin(20, SECONDS);
        held.countDown();
        assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(9, SECONDS));
    }

    @Test
    void whatIsHeldByOneAfterTheOtherIsNotWaitedForLonger() {
        assertThatThrownBy(() -> lines.stand("line", () -> {
                    takesHalfThePatienceAndMore();
                    takesHalfThePatienceAndMore();
                }))
                .isInstanceOf(TransientDataAccessResourceException.class);
    }

    @Test
    void timeInTheLineCounts() {
        lines = new WaitingLines(transactions, Duration.ofSeconds(30));
        CountDownLatch held = new CountDownLatch(1);
        AtomicInteger in = new AtomicInteger();
        Runnable stays = () -> {
            in.incrementAndGet();
            await(held);
        };
        people.execute(() -> lines.stand("line", stays));
        people.execute(() -> lines.stand("line", stays));
        eventually("both are in", () -> in.get() == 2);

        AtomicInteger left = new AtomicInteger();
        Thread third = new Thread(() -> lines.stand("line", () -> left.set(patienceLeft())));
        third.start();
        eventually("the third stands in line", () -> third.getState() == Thread.State.TIMED_WAITING);
        letPass(Duration.ofSeconds(1));
        held.countDown();

        eventually("the third was in", () -> !third.isAlive());
        assertThat(left.get()).isBetween(1, 29_000);
    }

    @Test
    void whoHasAConnectionAlreadyKeepsNobodyWaitingForIt() {
        transaction.executeWithoutResult(begun -> {
            long mine = number();
            lines.stand("line", () -> assertThat(number()).isEqualTo(mine));
            lines.stand("line", () -> lines.stand("line", () -> lines.stand("line", () -> {})));
        });
    }

    private long number() {
        return database.sql("select pg_current_xact_id()::text::bigint")
                .query(Long.class)
                .single();
    }

    /** Milliseconds, as the database has them. */
    private int patienceLeft() {
        return database.sql("select setting::int from pg_settings where name = 'lock_timeout'")
                .query(Integer.class)
                .single();
    }

    private static void letPass(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        eventually("it passed", () -> System.nanoTime() > until);
    }

    private void takesHalfThePatienceAndMore() {
        database.sql("select 1 from pg_sleep(1.6)").query().listOfRows();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
