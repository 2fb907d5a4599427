package com.newgroktimes.digest.delivery;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.platform.Slack;

/** What speaks against sending an edition, at the moment in which somebody presses Send. */
@Component
class Objections {

    private final Audience audience;
    private final Editions editions;
    private final Spoken spoken;

    Objections(Audience audience, Editions editions, Spoken spoken) {
        this.audience = audience;
        this.editions = editions;
        this.spoken = spoken;
    }

    /**
     * @param contentHash what they looked at
     * @param recipients  how many they were told of
     * @throws Problem with the first objection there is
     */
    void raise(Edition edition, String contentHash, long recipients) {
        toWhatIsUnderWay(edition);
        toOtherContent(edition, contentHash);
        toOtherNumber(edition, recipients);
        toWhatIsStopped(edition);
    }

    private void toWhatIsUnderWay(Edition edition) {
        if (edition.state() != EditionState.READY && edition.state() != EditionState.DRAFT) {
            throw underWay(edition);
        }
    }

    Problem underWay(Edition edition) {
        return new Problem(
                        Kind.CONFLICT,
                        "Already under way or done",
                        "Edition %d is %s. It is sent once: nothing more was started."
                                .formatted(edition.number(), spoken.state(edition.state())))
                .inWords("under-way", edition.number(), edition.state())
                .with("state", edition.state().name());
    }

    static void toOtherContent(Edition edition, String contentHash) {
        if (!edition.contentHash().equals(contentHash)) {
            throw new Problem(
                            Kind.CONFLICT,
                            "The content has changed",
                            "Edition %d is not what you looked at any more. Look at it again, then send. Nothing was sent."
                                    .formatted(edition.number()))
                    .inWords("changed-before-sending", edition.number())
                    .with("contentHash", expectedAndActual(contentHash, edition.contentHash()));
        }
    }

    private void toOtherNumber(Edition edition, long recipients) {
        long now = audience.size();
        if (!Slack.allows(recipients, now)) {
            throw new Problem(
                            Kind.CONFLICT,
                            "The number of recipients has changed",
                            "Edition %d would go to %s now; you approved %d. Look again, then send. Nothing was sent."
                                    .formatted(edition.number(), spoken.people(now), recipients))
                    .inWords("other-recipients", edition.number(), now, recipients)
                    .with("recipients", expectedAndActual(recipients, now));
        }
    }

    private static Map<String, Object> expectedAndActual(Object expected, Object actual) {
        return Map.of("expected", expected, "actual", actual);
    }

    private void toWhatIsStopped(Edition edition) {
        List<Check> stopping = stopping(edition);
        if (edition.state() != EditionState.READY || !stopping.isEmpty()) {
            throw stopped(edition, stopping);
        }
    }

    /** @throws Problem where a check stops what it says now */
    void toWhatStops(Edition edition) {
        List<Check> stopping = stopping(edition);
        if (!stopping.isEmpty()) {
            throw stopped(edition, stopping);
        }
    }

    private List<Check> stopping(Edition edition) {
        return editions.checks(edition.number()).stream()
                .filter(check -> check.level() == Check.Level.STOPS)
                .toList();
    }

    private static Problem stopped(Edition edition, List<Check> stopping) {
        return new Problem(
                        Kind.UNPROCESSABLE,
                        "Stopped by checks",
                        "Edition %d cannot be sent as it is. Mend what stops it, then send."
                                .formatted(edition.number()))
                .inWords("stopped", edition.number())
                .with("checks", stopping.stream().map(Objections::told).toList());
    }

    private static Map<String, String> told(Check check) {
        return Map.of("rule", check.rule(), "level", "stops", "message", check.message());
    }
}
