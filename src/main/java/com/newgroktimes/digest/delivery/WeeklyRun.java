package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.PrepareEdition;
import com.newgroktimes.digest.platform.Problem;

/** Prepares the last week's edition and, where that is wanted and nothing stops it, approves what it finds. */
@Component
class WeeklyRun {

    private static final Logger log = LoggerFactory.getLogger(WeeklyRun.class);
    private static final Duration TOO_LATE = Duration.ofDays(1);

    /** Stories may come while it is approved, but not for ever. */
    private static final int TURNS = 3;

    private final PrepareEdition prepare;
    private final Editions editions;
    private final Deliveries deliveries;
    private final ScheduleSettings settings;
    private final Spoken spoken;
    private final Clock clock;

    WeeklyRun(
            PrepareEdition prepare,
            Editions editions,
            Deliveries deliveries,
            ScheduleSettings settings,
            Spoken spoken,
            Clock clock) {
        this.prepare = prepare;
        this.editions = editions;
        this.deliveries = deliveries;
        this.settings = settings;
        this.spoken = spoken;
        this.clock = clock;
    }

    /** @param due when it should have come */
    void run(Instant due) {
        if (due.plus(TOO_LATE).isBefore(clock.instant())) {
            log.warn(
                    "The weekly run of {} was missed. Nothing is sent by itself so late: prepare the edition and send it.",
                    due);
            return;
        }
        try {
            Edition edition = prepare.run(Editions.LAST_WEEK);
            if (settings.autoSend()) {
                send(edition, TURNS);
            }
        } catch (Problem problem) {
            log.warn("The weekly run sent nothing. {}", problem.detail());
        }
    }

    private void send(Edition edition, int turns) {
        long audience = deliveries.audience();
        if (edition.state() == EditionState.DRAFT) {
            log.warn("Edition {} was not sent: something stops it. Look at its checks.", edition.number());
        } else if (edition.state() == EditionState.READY && hasGrownTooMuch(edition, audience)) {
            log.warn(
                    "Edition {} was not sent: the list grew to {}, more than half as many again as last time. See whether it is right, then send it.",
                    edition.number(),
                    spoken.people(audience));
        } else if (edition.state() == EditionState.READY) {
            approve(edition, audience, turns);
        }
    }

    /** What came while it was looked at is approved as well: nobody else would send it. */
    private void approve(Edition edition, long audience, int turns) {
        try {
            deliveries.send(edition.number(), audience, edition.contentHash(), null, "the schedule");
        } catch (Problem refused) {
            Edition now = editions.get(edition.number());
            if (turns == 1 || now.contentHash().equals(edition.contentHash())) {
                throw refused;
            }
            send(now, turns - 1);
        }
    }

    private boolean hasGrownTooMuch(Edition edition, long audience) {
        return editions.approvedBefore(edition.number())
                .filter(before -> audience * 2 > before * 3L)
                .isPresent();
    }
}
