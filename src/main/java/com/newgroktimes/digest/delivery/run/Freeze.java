package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.Spoken;
import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger;
import com.newgroktimes.digest.delivery.ledger.RunTable;
import com.newgroktimes.digest.delivery.ledger.Serving;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

/** Writes down, once and for all attempts, who gets the edition; and before each, who gets which revision of it. */
@Component
final class Freeze {

    private static final Logger log = LoggerFactory.getLogger(Freeze.class);

    private final Editions editions;
    private final DeliveryLedger ledger;
    private final Audience audience;
    private final Variants variants;
    private final MendedRevision mended;
    private final DigestMail mail;
    private final RunTable runs;
    private final Ending ending;
    private final PauseMeter meter;
    private final Duration deadline;
    private final TransactionTemplate transaction;
    private final Spoken spoken;
    private final Clock clock;

    Freeze(
            Editions editions,
            DeliveryLedger ledger,
            Audience audience,
            Variants variants,
            MendedRevision mended,
            DigestMail mail,
            RunTable runs,
            Ending ending,
            PauseMeter meter,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Spoken spoken,
            Clock clock) {
        this.editions = editions;
        this.ledger = ledger;
        this.audience = audience;
        this.variants = variants;
        this.mended = mended;
        this.mail = mail;
        this.runs = runs;
        this.ending = ending;
        this.meter = meter;
        this.deadline = settings.deadline();
        this.transaction = transaction;
        this.spoken = spoken;
        this.clock = clock;
    }

    void audience(Run run) {
        Edition edition = editions.get(run.edition());
        if (edition.frozenAt() == null) {
            write(edition, run.gate());
        }
        Edition frozen = editions.get(run.edition());
        Optional.ofNullable(frozen.frozenAt()).ifPresent(at -> {
            mended.takesTheRest(frozen);
            run.destinations().hearsOf(audience.largestDomains(frozen.number()));
            run.serves(mail.copies(frozen, at, editions.rendered(frozen.number())));
        });
    }

    private void write(Edition edition, Gate gate) {
        if (audience.size() == 0) {
            leave(edition, EditionState.FAILED, "There is nobody on the list who may be mailed. Nothing was sent.");
            return;
        }
        ending.ofOlderThan(edition.number(), gate::mine);
        ledger.open(edition.number());
        variants.serve(edition, servings -> freeze(edition, servings));
    }

    /** False where a taste came up that nobody had a moment before: nothing is written then. */
    private boolean freeze(Edition edition, List<Serving> servings) {
        return Boolean.TRUE.equals(transaction.execute(status -> freeze(edition, servings, status)));
    }

    private boolean freeze(Edition edition, List<Serving> servings, TransactionStatus status) {
        long began = System.nanoTime();
        Instant at = clock.instant();
        OptionalLong recipients = audience.freeze(edition.number(), edition.revision(), servings, at);
        if (recipients.isEmpty() || !frozen(edition, recipients.getAsLong(), at)) {
            status.setRollbackOnly();
        }
        log.debug("Writing the audience down took {} ms.", (System.nanoTime() - began) / 1_000_000);
        return recipients.isPresent();
    }

    /** False where the edition was stopped meanwhile. */
    private boolean frozen(Edition edition, long recipients, Instant at) {
        editions.frozen(edition.number(), at);
        runs.endsAt(edition.number(), at.plus(deadline));
        log.info("Edition {} goes to {}.", edition.number(), spoken.people(recipients));
        Integer approved = edition.approvedRecipients();
        if (approved != null && recipients * 2 > approved * 3L) {
            boolean paused = leave(edition, EditionState.PAUSED, grown(recipients, approved));
            if (paused) {
                meter.bySafetyStop();
            }
            return paused;
        }
        return leave(edition, EditionState.SENDING, null);
    }

    private String grown(long recipients, int approved) {
        return "Paused by the safety stop. The list has %s, and %d were approved. Nobody was mailed yet: see whether the list is right."
                .formatted(spoken.people(recipients), approved);
    }

    private boolean leave(Edition edition, EditionState to, @Nullable String reason) {
        return editions.move(edition.number(), EnumSet.of(EditionState.PREPARING), to, reason);
    }
}
