package com.newgroktimes.digest.delivery.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.Reason;

/**
 * How a delivery ended, for now or for good.
 *
 * @param from  the state that the row must be in, else nothing is written
 * @param tried whether it counts as a try
 * @param note  what the relay answered, or why the reader was left out; null where there is nothing to keep
 * @param again when it may be tried again; null unless it was put off
 */
public record Settlement(
        Delivery delivery,
        DeliveryState from,
        DeliveryState to,
        boolean tried,
        @Nullable Note note,
        @Nullable Again again) {

    /**
     * @param code    enhanced status code, three digits, or the reason in capitals
     * @param relayId what the relay calls the message that it took
     * @param reason  why it did not take it; null where it did, and where it was not asked
     */
    public record Note(
            String code,
            String reply,
            @Nullable String relayId,
            @Nullable Reason reason) {
        public Note(String code, String reply) {
            this(code, reply, null, null);
        }

        public static Note of(Answer answer) {
            return new Note(answer.code(), answer.reply(), answer.relayId(), answer.reason());
        }
    }

    public record Again(Instant firstTried, Instant due) {}

    /** It was offered, and this is what became of it. */
    public static Settlement offered(Delivery delivery, DeliveryState to, Note note) {
        return new Settlement(delivery, DeliveryState.SENDING, to, true, note, null);
    }

    public static Settlement putOff(Delivery delivery, Note note, Again again) {
        return new Settlement(delivery, DeliveryState.SENDING, DeliveryState.PUT_OFF, true, note, again);
    }

    /** The same though nobody could try it, which says nothing about the reader. */
    public static Settlement putOffUntried(Delivery delivery, Note note, Again again) {
        return new Settlement(delivery, DeliveryState.SENDING, DeliveryState.PUT_OFF, false, note, again);
    }

    /** It was claimed and could not be offered, which says nothing about the reader: as if it had not been claimed. */
    public static Settlement returned(Delivery delivery, @Nullable Note note) {
        return new Settlement(delivery, DeliveryState.SENDING, delivery.state(), false, note, null);
    }

    /** It was never claimed, and will not be. */
    public static Settlement skipped(Delivery delivery, Note why) {
        return new Settlement(delivery, delivery.state(), DeliveryState.SKIPPED, false, why, null);
    }
}
