package com.newgroktimes.digest.delivery.testsend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.editions.EditionProof;
import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.Outcome;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.subscribers.Suppression;

/**
 * Writes a test down before any of it leaves, and what came of each copy right after. There are so many an hour, and none to an address
 * that the same one is on its way to.
 */
@Component
class Claims {

    /** Enough for an editor who tries again and again; of no use to whoever would mail the world. */
    static final int MOST_AN_HOUR = 50;

    /** A button that is pressed twice is meant once. */
    static final Duration SAME_PRESS = Duration.ofSeconds(5);

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final TestSendTable sends;
    private final TestCopyTable copies;
    private final Clock clock;

    Claims(TestSendTable sends, TestCopyTable copies, Clock clock) {
        this.sends = sends;
        this.copies = copies;
        this.clock = clock;
    }

    /**
     * @param at      when the test began
     * @param toOffer the copies that may be offered now, by their numbers
     */
    record Claim(long send, Instant at, Map<Long, Addressee> toOffer) {}

    /**
     * @param asked when they asked for it: the relay may have taken its time since
     * @throws Problem where it may not begin; nothing is written then
     */
    @Transactional
    Claim claim(EditionProof proof, List<Addressee> addressees, String by, Instant asked) {
        sends.lock();
        Instant now = clock.instant();
        List<Addressee> mailed =
                addressees.stream().filter(Addressee::mayBeMailed).toList();
        refuseWhatIsUnderWay(proof.edition().number(), mailed, now);
        if (!mailed.isEmpty()) {
            refuseSamePress(proof, addressees, by, asked);
        }
        refuseTooMany(mailed.size(), now);
        long send = sends.begin(proof, by, now);
        var toOffer = new LinkedHashMap<Long, Addressee>();
        for (Addressee addressee : addressees) {
            long copy = copies.add(send, addressee);
            Suppression suppressed = addressee.suppressed();
            if (suppressed == null) {
                toOffer.put(copy, addressee);
            } else {
                leaveOut(copy, suppressed);
            }
        }
        return new Claim(send, now, toOffer);
    }

    private void refuseWhatIsUnderWay(int edition, List<Addressee> mailed, Instant now) {
        if (copies.isInHand(edition, mailed, now.minus(PastTests.OVER_BY_THEN))) {
            throw new Problem(
                            Kind.CONFLICT,
                            "A test is under way",
                            "A test of edition %d is on its way to one of these addresses at this moment. See what came of it, then send another if you need one. Nothing more was sent."
                                    .formatted(edition))
                    .inWords("test-under-way", edition);
        }
    }

    private void refuseSamePress(EditionProof proof, List<Addressee> addressees, String by, Instant asked) {
        Set<String> named = addressees.stream().map(Addressee::kept).collect(Collectors.toSet());
        sends.lastBy(by)
                .filter(last -> last.isOf(proof))
                .filter(last -> asked.isBefore(last.at().plus(SAME_PRESS)))
                .filter(last -> copies.named(last.id()).equals(named))
                .ifPresent(last -> {
                    throw new Problem(
                                    Kind.CONFLICT,
                                    "The same test was just sent",
                                    "You asked for this test of edition %d, to the same addresses, less than %d seconds after the last. See what came of that; if you need another, ask again. Nothing more was sent."
                                            .formatted(last.edition(), SAME_PRESS.toSeconds()))
                            .inWords("same-test", last.edition(), SAME_PRESS.toSeconds());
                });
    }

    private void refuseTooMany(int more, Instant now) {
        int before = copies.offeredSince(now.minus(AN_HOUR));
        if (more > 0 && before + more > MOST_AN_HOUR) {
            throw new Problem(
                            Kind.TOO_MANY,
                            "Too many tests",
                            "Tests went to %d addresses within the last hour, and %d is the most. Wait a while, then test again. Nothing was sent."
                                    .formatted(before, MOST_AN_HOUR))
                    .inWords("too-many-tests", before, MOST_AN_HOUR)
                    .with("anHour", MOST_AN_HOUR);
        }
    }

    void leaveOut(long copy, Suppression why) {
        copies.settle(copy, DeliveryState.SKIPPED, null, why.name(), null);
    }

    void settle(long copy, Answer answer) {
        copies.settle(copy, state(answer.outcome()), answer.reason(), answer.code(), answer.reply());
    }

    /** In the words that deliveries have. Nobody tries a test again, so that a relay which is away has put it off. */
    private static DeliveryState state(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> DeliveryState.ACCEPTED;
            case PUT_OFF, RELAY_AWAY -> DeliveryState.PUT_OFF;
            case REFUSED, RELAY_REFUSES, OURS, MESSAGE_REFUSED -> DeliveryState.REFUSED;
            case UNKNOWN -> DeliveryState.UNKNOWN;
        };
    }
}
