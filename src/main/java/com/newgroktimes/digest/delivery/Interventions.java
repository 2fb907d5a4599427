package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.ledger.RunTable;
import com.newgroktimes.digest.delivery.run.PauseMeter;
import com.newgroktimes.digest.delivery.run.Runs;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;

/**
 * What a person does to an edition under way. Each is a change of its state alone, so that it may come from any node: whoever sends
 * the edition reads it within a second.
 */
@Component
class Interventions {

    private static final Logger log = LoggerFactory.getLogger(Interventions.class);

    private final Editions editions;
    private final MendedEdition mended;
    private final RunTable runTable;
    private final Runs runs;
    private final TransactionTemplate transaction;
    private final Spoken spoken;
    private final PauseMeter meter;
    private final Clock clock;

    Interventions(
            Editions editions,
            MendedEdition mended,
            RunTable runTable,
            Runs runs,
            TransactionTemplate transaction,
            Spoken spoken,
            PauseMeter meter,
            Clock clock) {
        this.editions = editions;
        this.mended = mended;
        this.runTable = runTable;
        this.runs = runs;
        this.transaction = transaction;
        this.spoken = spoken;
        this.meter = meter;
        this.clock = clock;
    }

    void pause(int number, String by) {
        move(number, EnumSet.of(EditionState.SENDING), EditionState.PAUSING, "Paused by %s.".formatted(by), "paused");
        meter.byPerson();
        log.info("Edition {} is paused by {}.", number, by);
    }

    void resume(int number, String by) {
        Edition edition = editions.head(number);
        EditionState to = edition.frozenAt() == null ? EditionState.PREPARING : EditionState.SENDING;
        transaction.executeWithoutResult(status -> {
            mended.goesOn(number);
            move(number, EnumSet.of(EditionState.PAUSED, EditionState.FAILED), to, null, "resumed");
        });
        log.info("Edition {} is resumed by {}.", number, by);
        runs.goOn(number);
    }

    void revise(int number, String by) {
        Edition revised = editions.revise(number);
        log.info("Edition {} is mended by {}: revision {}.", number, by, revised.revision());
    }

    /** Whoever was not mailed stays WAITING, and never is. */
    void stop(int number, String by) {
        Set<EditionState> from = EnumSet.of(EditionState.PREPARING, EditionState.SENDING, EditionState.PAUSED);
        move(number, from, EditionState.STOPPED, "Stopped for good by %s.".formatted(by), "stopped");
        log.info("Edition {} is stopped for good by {}.", number, by);
        runs.goOn(number);
    }

    /** Nobody is tried again: what was put off is given up. */
    void end(int number, String by) {
        Set<EditionState> from = EnumSet.of(EditionState.RETRYING);
        transaction.executeWithoutResult(status -> {
            move(number, from, EditionState.RETRYING, "Ended by %s.".formatted(by), "ended");
            runTable.endsAt(number, clock.instant());
        });
        log.info("Edition {} is ended by {}.", number, by);
        runs.goOn(number);
    }

    private void move(int number, Set<EditionState> from, EditionState to, @Nullable String reason, String done) {
        editions.head(number);
        if (!editions.move(number, from, to, reason)) {
            EditionState state = editions.state(number);
            throw new Problem(
                            Problem.Kind.CONFLICT,
                            "Not possible now",
                            "Edition %d is %s, and can be %s only while it is %s. Nothing was changed."
                                    .formatted(number, spoken.state(state), done, anyOf(from)))
                    .inWords("not-" + done, number, state)
                    .with("state", state.name());
        }
    }

    private String anyOf(Set<EditionState> states) {
        return String.join(" or ", states.stream().map(spoken::state).toList());
    }
}
