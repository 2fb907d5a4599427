package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * Sign-ups go before letters: both want the same processors, and somebody sits before the page. While many sign up at once, few letters
 * leave at once; never none, for they are what whoever signed up waits for next.
 */
@Component
class RightOfWay {

    static final int MANY_SIGN_UPS = 4;
    static final int FEW_LETTERS = 2;

    private final AtomicInteger signUps = new AtomicInteger();
    private final Semaphore few = new Semaphore(FEW_LETTERS, true);
    private final Duration patience;

    RightOfWay() {
        this(Duration.ofMillis(500));
    }

    /** @param patience after which a letter leaves all the same: a relay that takes its time with some must not hold up the rest */
    RightOfWay(Duration patience) {
        this.patience = patience;
    }

    void signUp(Runnable signUp) {
        signUps.incrementAndGet();
        try {
            signUp.run();
        } finally {
            signUps.decrementAndGet();
        }
    }

    /** What brings a letter, at once or a moment later. */
    <T> T letter(Supplier<T> letter) {
        if (signUps.get() < MANY_SIGN_UPS || !isOneOfFew()) {
            return letter.get();
        }
        try {
            return letter.get();
        } finally {
            few.release();
        }
    }

    private boolean isOneOfFew() {
        try {
            return few.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
