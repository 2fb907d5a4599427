package com.newgroktimes.digest.operator.api;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.TestCopy;
import com.newgroktimes.digest.delivery.TestSend;
import com.newgroktimes.digest.mail.Reason;
import com.newgroktimes.digest.subscribers.Suppression;

/**
 * A test, and what came of each of its copies.
 *
 * @param accepted how many a relay took
 */
record TestSendBody(
        int edition, String contentHash, String variant, String by, Instant at, long accepted, List<Copy> results) {

    /** @param why what a person is told; null where it was taken */
    record Copy(
            @Nullable String email,
            DeliveryState state,
            @Nullable Reason reason,
            @Nullable String code,
            @Nullable String reply,
            @Nullable String why) {

        static Copy of(TestCopy copy) {
            return new Copy(copy.email(), copy.state(), copy.reason(), copy.code(), copy.reply(), why(copy));
        }

        private static @Nullable String why(TestCopy copy) {
            return switch (copy.state()) {
                case ACCEPTED -> null;
                case WAITING, SENDING -> "It is being offered to the relay at this moment.";
                case PUT_OFF, GAVE_UP -> "It was not taken now. Nobody tries it again: send another test later.";
                case REFUSED -> "It was refused.";
                case UNKNOWN -> "The line broke before the answer: they may have it.";
                case SKIPPED ->
                    "This address must not be written to, and was not. "
                            + SubscriberBody.words(Suppression.valueOf(String.valueOf(copy.code())));
            };
        }
    }

    static TestSendBody of(TestSend test) {
        return new TestSendBody(
                test.edition(),
                test.contentHash(),
                VariantName.of(test.variant()),
                test.by(),
                test.at(),
                test.accepted(),
                test.copies().stream().map(Copy::of).toList());
    }
}
