package com.newgroktimes.digest.rendering;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.platform.Problem;

/** Waits for a mail to be made, for so long and no longer. It is made on a thread of its own, since a template may have no end. */
record Patience(Duration most) {

    /** A mail takes a tenth of a second; the first one, on a slow machine, a second or two. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(20));

    private static final ExecutorService MAKERS = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "mail-maker");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws Problem where the time is over, or the memory */
    <T> T with(String mail, Callable<T> work) {
        Future<T> made = MAKERS.submit(work);
        try {
            return outcome(made);
        } catch (TimeoutException e) {
            made.cancel(true);
            throw unmade(
                    mail, "did not come to an end within %s. Is there a list without an end?".formatted(inWords(most)));
        } catch (ExecutionException e) {
            throw unmade(mail, e.getCause());
        }
    }

    /** Whoever is interrupted meanwhile gets what they wait for all the same: the wait is bounded. */
    private <T> T outcome(Future<T> made) throws ExecutionException, TimeoutException {
        long until = System.nanoTime() + most.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return made.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unmade(String mail, @Nullable Throwable fault) {
        if (fault instanceof RuntimeException known) {
            return known;
        }
        if (fault instanceof OutOfMemoryError) {
            return unmade(mail, "need more memory than there is. Is there a list or a text that grows without an end?");
        }
        if (fault instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(fault);
    }

    private static Problem unmade(String mail, String what) {
        return new Problem(
                Problem.Kind.UNPROCESSABLE,
                "A mail template is broken",
                "The templates of %s %s".formatted(mail, what));
    }

    private static String inWords(Duration time) {
        return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " seconds";
    }
}
