package com.newgroktimes.digest.operator.pages;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Progress;
import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;

import static com.newgroktimes.digest.delivery.DeliveryState.ACCEPTED;
import static com.newgroktimes.digest.delivery.DeliveryState.GAVE_UP;
import static com.newgroktimes.digest.delivery.DeliveryState.PUT_OFF;
import static com.newgroktimes.digest.delivery.DeliveryState.REFUSED;
import static com.newgroktimes.digest.delivery.DeliveryState.SENDING;
import static com.newgroktimes.digest.delivery.DeliveryState.SKIPPED;
import static com.newgroktimes.digest.delivery.DeliveryState.UNKNOWN;
import static com.newgroktimes.digest.delivery.DeliveryState.WAITING;

/**
 * All that a page says of one edition. Templates read it.
 *
 * @param secondsLeft until it leaves, while it is held
 */
public record EditionSheet(Edition edition, Progress progress, List<CheckGroup> checks, long secondsLeft) {

    /** How many deliveries are in a state. Templates read it. */
    public record Count(DeliveryState state, long number) {}

    public List<Count> counts() {
        return Stream.of(ACCEPTED, WAITING, SENDING, PUT_OFF, REFUSED, GAVE_UP, UNKNOWN, SKIPPED)
                .map(state -> new Count(state, count(state)))
                .toList();
    }

    public long accepted() {
        return count(ACCEPTED);
    }

    /** How many have a final result. */
    public long done() {
        return progress.recipients() - count(WAITING) - count(SENDING) - count(PUT_OFF);
    }

    /** Whether stories for its week still come. */
    public boolean early() {
        return open() && edition.closesAfter(progress.asOf());
    }

    /** When the content was checked; null where it was not. Whatever was asked later was asked just now. */
    public @Nullable Instant checkedAt() {
        return checks.stream()
                .flatMap(group -> group.rows().stream())
                .map(Check::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** How many checks stop it. */
    public int stops() {
        return checks.stream()
                .filter(group -> group.level() == Check.Level.STOPS)
                .mapToInt(group -> group.rows().size())
                .sum();
    }

    public boolean frozen() {
        return edition.frozenAt() != null;
    }

    public boolean maySend() {
        return edition.state() == EditionState.READY && progress.recipients() > 0 && !barred();
    }

    /** Whether it is READY, for its content is, and something else stops it than that there is nobody to send it to. */
    public boolean barred() {
        return edition.state() == EditionState.READY
                && checks.stream()
                        .filter(group -> group.level() == Check.Level.STOPS)
                        .flatMap(group -> group.rows().stream())
                        .anyMatch(row -> !row.rule().equals("audience"));
    }

    /** Whether pictures stop it that have no text for whoever does not see them. */
    public boolean lacksAltTexts() {
        return open()
                && checks.stream()
                        .filter(group -> group.level() == Check.Level.STOPS)
                        .flatMap(group -> group.rows().stream())
                        .anyMatch(row -> row.rule().equals("alt-text"));
    }

    /** Whether it still takes stories and changes. */
    public boolean open() {
        return edition.state().open();
    }

    public boolean mayBeTakenBack() {
        boolean held = edition.state() == EditionState.HOLDING || edition.state() == EditionState.SCHEDULED;
        return held && edition.leavesAt() != null;
    }

    public boolean mayBePaused() {
        return edition.state() == EditionState.SENDING;
    }

    public boolean mayGoOn() {
        return edition.state() == EditionState.PAUSED || edition.state() == EditionState.FAILED;
    }

    /** Whether those who have not got it yet can be sent it mended. */
    public boolean mayBeMended() {
        return edition.state() == EditionState.PAUSED && frozen();
    }

    /** Whether its web page can be corrected. */
    public boolean mayBeCorrected() {
        return frozen() && edition.withdrawn() == null;
    }

    public boolean mayBeWithdrawn() {
        return mayBeCorrected() && edition.state().ended();
    }

    /** Counting them takes a look at every delivery: not every second, while they change. */
    public boolean mayTellRevisions() {
        return edition.revision() > 1 && edition.state() != EditionState.SENDING;
    }

    public boolean mayBeStopped() {
        return switch (edition.state()) {
            case PREPARING, SENDING, PAUSED -> true;
            case DRAFT, READY, SCHEDULED, HOLDING, PAUSING, RETRYING, SENT, SENT_PROBLEMS, STOPPED, FAILED -> false;
        };
    }

    public boolean mayBeEnded() {
        return edition.state() == EditionState.RETRYING;
    }

    /** Whether its figures may change without anybody doing anything. */
    public boolean underWay() {
        return !edition.state().open() && !edition.state().ended();
    }

    /** How many did not get it for a reason that somebody may want to look at. */
    public long setbacks() {
        return count(PUT_OFF) + count(REFUSED) + count(GAVE_UP) + count(UNKNOWN);
    }

    /** How many would never get it, if it were stopped now. */
    public long unreached() {
        return edition.frozenAt() == null ? progress.recipients() : count(WAITING) + count(PUT_OFF);
    }

    public long gaveUp() {
        return count(GAVE_UP);
    }

    public long unknown() {
        return count(UNKNOWN);
    }

    /** Whether those who did not get it can be offered it again: between attempts, and after the last. */
    public boolean mayBeTriedAgain() {
        return switch (edition.state()) {
            case RETRYING, SENT, SENT_PROBLEMS -> true;
            case DRAFT, READY, SCHEDULED, HOLDING, PREPARING, SENDING, PAUSING, PAUSED, STOPPED, FAILED -> false;
        };
    }

    public long putOff() {
        return count(PUT_OFF);
    }

    /** How many still wait for their turn. */
    public long toSend() {
        return count(WAITING) + count(SENDING);
    }

    public int percentDone() {
        return progress.recipients() == 0 ? 0 : (int) (done() * 100 / progress.recipients());
    }

    long count(DeliveryState state) {
        return progress.counts().getOrDefault(state, 0L);
    }
}
