package com.newgroktimes.digest.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/** Keeps in mind for a minute that a relay did not let us in, whoever of us it was: relays lock accounts whose password is wrong too often. */
final class RefusedSignIn {

    static final Duration KEPT = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private volatile @Nullable Refusal last;

    private record Refusal(Answer answer, long nanos) {}

    RefusedSignIn(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void keep(Answer answer) {
        last = new Refusal(answer, nanos.getAsLong());
    }

    /** It let us in. */
    void forget() {
        last = null;
    }

    /** What it said, unless that is too long ago. */
    Optional<Answer> recent() {
        Refusal refusal = last;
        return refusal == null || nanos.getAsLong() - refusal.nanos() > KEPT.toNanos()
                ? Optional.empty()
                : Optional.of(refusal.answer());
    }
}
