package com.newgroktimes.digest.delivery.testsend;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Suppression;

/**
 * @param reader     whose address it is; null where it is nobody's that we know
 * @param suppressed why it must not be written to; null where it may be. A break, or having left, keeps no test away that somebody asks for
 */
record Addressee(
        EmailAddress address,
        @Nullable Subscriber reader,
        @Nullable Suppression suppressed) {

    /** Stands for whoever was erased: their address, which somebody typed, is not to come back. Readers are numbered from 1. */
    private static final Long ERASED = 0L;

    /** The number of its reader; null where it is nobody's. */
    @Nullable
    Long subscriber() {
        if (reader != null) {
            return reader.id();
        }
        return suppressed == Suppression.ERASED ? ERASED : null;
    }

    /** What the table keeps of it, as one text. */
    String kept() {
        Long subscriber = subscriber();
        return subscriber == null ? address.key() : String.valueOf(subscriber);
    }

    boolean mayBeMailed() {
        return suppressed == null;
    }
}
