package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.ledger.DeliveryLedger;
import com.newgroktimes.digest.delivery.ledger.RunTable;
import com.newgroktimes.digest.delivery.ledger.TotalTable;
import com.newgroktimes.digest.delivery.run.Runs;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.platform.Slack;

/** Deliveries that a person wants offered again: those put off before their time, those given up, and, with open eyes, those unknown. */
@Component
class SecondOffer {

    private static final Logger log = LoggerFactory.getLogger(SecondOffer.class);
    private static final Set<DeliveryState> POSSIBLE =
            EnumSet.of(DeliveryState.PUT_OFF, DeliveryState.GAVE_UP, DeliveryState.UNKNOWN);
    private static final Set<EditionState> FROM =
            EnumSet.of(EditionState.RETRYING, EditionState.SENT, EditionState.SENT_PROBLEMS);

    private final Editions editions;
    private final DeliveryLedger ledger;
    private final TotalTable totals;
    private final MendedEdition mended;
    private final RunTable runTable;
    private final Runs runs;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Spoken spoken;
    private final Clock clock;

    SecondOffer(
            Editions editions,
            DeliveryLedger ledger,
            TotalTable totals,
            MendedEdition mended,
            RunTable runTable,
            Runs runs,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Spoken spoken,
            Clock clock) {
        this.editions = editions;
        this.ledger = ledger;
        this.totals = totals;
        this.mended = mended;
        this.runTable = runTable;
        this.runs = runs;
        this.settings = settings;
        this.transaction = transaction;
        this.spoken = spoken;
        this.clock = clock;
    }

    /**
     * @param recipients how many the person believes there are
     * @param mayRepeat  whether they accept that some may get it twice
     */
    void make(int number, DeliveryState state, long recipients, boolean mayRepeat, String by) {
        refuseWithdrawn(editions.get(number));
        refuseFinal(state);
        refuseToRepeat(state, mayRepeat);
        transaction.executeWithoutResult(status -> {
            reopen(number);
            refuseOtherNumber(number, state, recipients);
            mended.goesOn(number);
            offer(number, state);
        });
        log.info(
                "Edition {} is offered again, by {}, to those whose delivery was {}: {}.",
                number,
                by,
                spoken.state(state),
                spoken.people(recipients));
        runs.goOn(number);
    }

    private static void refuseWithdrawn(Edition edition) {
        if (edition.withdrawn() != null) {
            throw new Problem(
                            Kind.CONFLICT,
                            "It was withdrawn",
                            "Edition %d was withdrawn, and is offered to nobody any more. Nobody was mailed."
                                    .formatted(edition.number()))
                    .inWords("withdrawn-already", edition.number())
                    .with("state", edition.state().name());
        }
    }

    private static void refuseFinal(DeliveryState state) {
        if (!POSSIBLE.contains(state)) {
            throw new Problem(
                    Kind.UNPROCESSABLE,
                    "Not to be tried again",
                    "What is %s is not offered again; only PUT_OFF, GAVE_UP and UNKNOWN can be. Nobody was mailed."
                            .formatted(state));
        }
    }

    private static void refuseToRepeat(DeliveryState state, boolean mayRepeat) {
        if (state == DeliveryState.UNKNOWN && !mayRepeat) {
            throw new Problem(
                    Kind.UNPROCESSABLE,
                    "Some may get it twice",
                    "These may have got it already; nobody can know. Say \"mayRepeat\": true to offer it to them"
                            + " nevertheless. Nobody was mailed.");
        }
    }

    private void reopen(int number) {
        if (!editions.move(number, FROM, EditionState.SENDING, null)) {
            EditionState state = editions.state(number);
            throw new Problem(
                            Kind.CONFLICT,
                            "Not possible now",
                            "Edition %d is %s. Deliveries are offered again once an attempt is over. Nobody was mailed."
                                    .formatted(number, spoken.state(state)))
                    .inWords("attempt-not-over", number, state)
                    .with("state", state.name());
        }
    }

    private void refuseOtherNumber(int number, DeliveryState state, long recipients) {
        long now = totals.recount(number).of(state);
        if (now == 0 || !Slack.allows(recipients, now)) {
            throw new Problem(
                            Kind.CONFLICT,
                            "The number of recipients is another",
                            "%s now stands for %s in edition %d; you said %d. Look again. Nobody was mailed."
                                    .formatted(spoken.state(state), spoken.people(now), number, recipients))
                    .inWords("other-number", now, recipients)
                    .with("recipients", Map.of("expected", recipients, "actual", now));
        }
    }

    private void offer(int number, DeliveryState state) {
        if (state == DeliveryState.PUT_OFF) {
            ledger.dueNow(number, clock.instant());
        } else {
            ledger.offerAgain(number, state, clock.instant());
            runTable.endsAt(number, clock.instant().plus(settings.deadline()));
            totals.recount(number);
        }
    }
}
