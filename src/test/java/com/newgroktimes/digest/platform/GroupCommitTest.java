package com.newgroktimes.digest.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GroupCommitTest {

    private final ExecutorService bringers = Executors.newCachedThreadPool();
    private final List<List<String>> written = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    @AfterEach
    void end() {
        firstMayEnd.countDown();
        bringers.shutdownNow();
    }

    @Test
    void whatComesAloneIsWrittenAlone() {
        GroupCommit<String> commit = commit(1, 100, one -> one, written::add);

        commit.take("a");
        commit.take("b");

        assertThat(written).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void whatComesMeanwhileIsWrittenTogetherAndNobodyReturnsBefore() {
        GroupCommit<String> commit = commit(1, 100, one -> one, this::slowAtFirst);

        List<CompletableFuture<Void>> all = lineUp(commit, "first", "a", "b", "c");
        assertThat(all).noneMatch(CompletableFuture::isDone);
        firstMayEnd.countDown();

        assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(10, SECONDS));
        assertThat(written).containsExactly(List.of("first"), List.of("a", "b", "c"));
    }

    @Test
    void thoseThatMustBeApartAreInDifferentGroupsAndKeepTheirOrder() {
        GroupCommit<String> commit = commit(1, 100, one -> one.charAt(0), this::slowAtFirst);

        List<CompletableFuture<Void>> all = lineUp(commit, "first", "a1", "a2", "b1", "a3");
        firstMayEnd.countDown();

        assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(10, SECONDS));
        assertThat(written).containsExactly(List.of("first"), List.of("a1", "b1"), List.of("a2"), List.of("a3"));
    }

    @Test
    void aGroupHasAnEnd() {
        GroupCommit<String> commit = commit(1, 2, one -> one, this::slowAtFirst);

        List<CompletableFuture<Void>> all = lineUp(commit, "first", "a", "b", "c");
        firstMayEnd.countDown();

        assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(10, SECONDS));
        assertThat(written).containsExactly(List.of("first"), List.of("a", "b"), List.of("c"));
    }

    @Test
    void oneThatCannotBeWrittenTakesNobodyElseWithIt() {
        GroupCommit<String> commit = commit(1, 100, one -> one, together -> {
            slowAtFirst(together);
            if (together.contains("bad")) {
                throw new IllegalArgumentException("bad");
            }
        });

        List<CompletableFuture<Void>> all = lineUp(commit, "first", "a", "bad", "b");
        firstMayEnd.countDown();

        assertThat(all.get(1)).succeedsWithin(10, SECONDS);
        assertThat(all.get(3)).succeedsWithin(10, SECONDS);
        assertThat(all.get(2))
                .failsWithin(10, SECONDS)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IllegalArgumentException.class);
        assertThat(written).contains(List.of("a"), List.of("b"));
    }

    @Test
    void aDatabaseInTroubleIsNotAskedByEachAgain() {
        AtomicInteger tries = new AtomicInteger();
        GroupCommit<String> commit = commit(1, 100, one -> one, together -> {
            tries.incrementAndGet();
            slowAtFirst(together);
            if (together.size() > 1) {
                throw new DataAccessResourceFailureException("away");
            }
        });

        List<CompletableFuture<Void>> all = lineUp(commit, "first", "a", "b", "c");
        firstMayEnd.countDown();

        assertThat(all.subList(1, 4))
                .allSatisfy(one -> assertThat(one)
                        .failsWithin(10, SECONDS)
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(DataAccessResourceFailureException.class));
        assertThat(tries).hasValue(2);
    }

    @Test
    void whatFailsIsNotWrittenAndTheNextIs() {
        Consumer<List<String>> picky = together -> {
            if (together.contains("bad")) {
                throw new IllegalArgumentException("bad");
            }
            written.add(together);
        };
        GroupCommit<String> commit = commit(1, 100, one -> one, picky);

        assertThatThrownBy(() -> commit.take("bad")).hasMessage("bad");
        commit.take("good");

        assertThat(written).containsExactly(List.of("good"));
    }

    @Test
    void anErrorLeavesNobodyWaiting() {
        GroupCommit<String> commit = commit(1, 100, one -> one, together -> {
            slowAtFirst(together);
            if (together.size() > 1) {
                throw new StackOverflowError();
            }
        });

        List<CompletableFuture<Void>> all = lineUp(commit, "first", "a", "b");
        firstMayEnd.countDown();

        assertThat(all.get(1)).failsWithin(10, SECONDS);
        assertThat(all.get(2)).succeedsWithin(10, SECONDS);
        commit.take("next");
        assertThat(written).endsWith(List.of("next"));
    }

    @Test
    void manyAtOnceAreAllWrittenOnce() {
        GroupCommit<Integer> commit = commit(2, 10, number -> number % 17, together -> {
            assertThat(together).hasSizeLessThanOrEqualTo(10);
            written.add(together.stream().map(String::valueOf).toList());
        });

        List<CompletableFuture<Void>> all = IntStream.range(0, 2000)
                .mapToObj(number -> CompletableFuture.runAsync(() -> commit.take(number), bringers))
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(30, SECONDS));
        assertThat(written.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 2000).mapToObj(String::valueOf).toList());
    }

    private static <T> GroupCommit<T> commit(int groups, int most, Function<T, ?> apart, Consumer<List<T>> write) {
        return new GroupCommit<>(groups, most, apart, write, one -> write.accept(List.of(one)));
    }

    /** The first is written when this returns, and the others wait, in their order. */
    private List<CompletableFuture<Void>> lineUp(GroupCommit<String> commit, String... all) {
        List<CompletableFuture<Void>> brought = new ArrayList<>();
        for (String one : all) {
            List<Thread> thread = Collections.synchronizedList(new ArrayList<>());
            brought.add(CompletableFuture.runAsync(
                    () -> {
                        thread.add(Thread.currentThread());
                        commit.take(one);
                    },
                    bringers));
            eventually(one + " waits", () -> !thread.isEmpty() && isWaiting(thread.get(0)));
        }
        return brought;
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private void slowAtFirst(List<String> together) {
        if (together.contains("first")) {
            await(firstMayEnd);
        }
        written.add(together);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
