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
import org.junit.jupiter.api.Test;

import static com.newgroktimes.digest.subscribers.RightOfWay.FEW_LETTERS;
import static com.newgroktimes.digest.subscribers.RightOfWay.MANY_SIGN_UPS;
import static com.newgroktimes.digest.testing.Eventually.eventually;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RightOfWayTest {

    private static final int LETTERS = 6;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch signUpsMayEnd = new CountDownLatch(1);
    private final CountDownLatch lettersMayLeave = new CountDownLatch(1);
    private final AtomicInteger leaving = new AtomicInteger();
    private final RightOfWay rightOfWay = new RightOfWay(Duration.ofSeconds(30));

    @AfterEach
    void end() {
        signUpsMayEnd.countDown();
        lettersMayLeave.countDown();
        threads.shutdownNow();
    }

    @Test
    void fewLettersLeaveAtOnceWhileManySignUpAndAllInTheEnd() {
        signUp(rightOfWay, MANY_SIGN_UPS);

        List<CompletableFuture<Void>> letters = letters(rightOfWay, LETTERS);

        eventually("few are leaving", () -> leaving.get() == FEW_LETTERS);
        lettersMayLeave.countDown();
        assertThat(letters).allSatisfy(letter -> assertThat(letter).succeedsWithin(30, SECONDS));
        assertThat(leaving.get()).isEqualTo(LETTERS);
    }

    @Test
    void lettersLeaveAllAtOnceWhileFewSignUp() {
        signUp(rightOfWay, MANY_SIGN_UPS - 1);

        letters(rightOfWay, LETTERS);

        eventually("all are leaving", () -> leaving.get() == LETTERS);
    }

    @Test
    void aRelayThatTakesItsTimeHoldsUpTheOthersForAMomentOnly() {
        RightOfWay impatient = new RightOfWay(Duration.ofMillis(10));
        signUp(impatient, MANY_SIGN_UPS);

        letters(impatient, LETTERS);

        eventually("all are leaving", () -> leaving.get() == LETTERS);
    }

    @Test
    void aLetterThatCouldNotBeBroughtMakesRoom() {
        signUp(rightOfWay, MANY_SIGN_UPS);

        for (int i = 0; i <= FEW_LETTERS; i++) {
            assertThatThrownBy(() -> rightOfWay.letter(() -> {
                        throw new IllegalStateException("the relay is away");
                    }))
                    .hasMessage("the relay is away");
        }
    }

    @Test
    void aSignUpThatFailedIsUnderWayNoMore() {
        for (int i = 0; i < MANY_SIGN_UPS; i++) {
            assertThatThrownBy(() -> rightOfWay.signUp(() -> {
                        throw new IllegalStateException("the database is away");
                    }))
                    .hasMessage("the database is away");
        }

        letters(rightOfWay, LETTERS);

        eventually("all are leaving", () -> leaving.get() == LETTERS);
    }

    private void signUp(RightOfWay way, int many) {
        CountDownLatch underWay = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            threads.execute(() -> way.signUp(() -> {
                underWay.countDown();
                await(signUpsMayEnd);
            }));
        }
        await(underWay);
    }

    private List<CompletableFuture<Void>> letters(RightOfWay way, int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> CompletableFuture.runAsync(() -> way.letter(this::leave), threads))
                .toList();
    }

    private int leave() {
        int before = leaving.getAndIncrement();
        await(lettersMayLeave);
        return before;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
