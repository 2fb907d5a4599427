package com.newgroktimes.digest.operator.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import com.newgroktimes.digest.platform.Problem;

/** Waits for what other threads bring about. */
final class Waiting {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Waiting() {}

    /** @throws Problem when it does not come within two minutes */
    static <T> T until(String what, Supplier<Optional<T>> look) {
        long until = System.nanoTime() + LIMIT.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty() && System.nanoTime() < until) {
            pause(what);
            found = look.get();
        }
        return found.orElseThrow(() -> gaveUp(what));
    }

    private static void pause(String what) {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gaveUp(what);
        }
    }

    private static Problem gaveUp(String what) {
        return new Problem(
                Problem.Kind.UNAVAILABLE,
                "The demonstration got stuck",
                "Waited in vain for %s. Look for the reason in the log above, and start again: it goes on from there."
                        .formatted(what));
    }
}
