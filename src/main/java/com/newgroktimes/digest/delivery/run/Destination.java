package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.DestinationBrake;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.Kind;
import com.newgroktimes.digest.delivery.ledger.DestinationName;

/**
 * One destination as a run finds it: what it has in hand, and whether it may have one more. Moments in nanoseconds are of one source
 * that only goes on; instants are of the clock, since they are kept. Not for two threads.
 */
final class Destination {

    /** Whatever a message weighs, a relay that passes it on has an answer sooner. */
    private static final long A_STALL = TimeUnit.SECONDS.toNanos(2);

    private static final Duration SLOWED_FOR = Duration.ofMinutes(10); // at least; with each step it is as long again

    private final DestinationName name;
    private final int limit;
    private final RateLimit rateLimit;
    private final Map<Long, Long> inHand = new LinkedHashMap<>();
    private Instant asideUntil = Instant.MIN;
    private @Nullable Readmission readmission;
    private @Nullable Tempo tempo;
    private boolean answers;
    private boolean refused;
    private long read;

    /** @param limit how many messages it may have in hand at once; 0: as many as there are connections */
    Destination(DestinationName name, int limit, RateLimit rateLimit) {
        this.name = name;
        this.limit = limit;
        this.rateLimit = rateLimit;
    }

    DestinationName name() {
        return name;
    }

    /** From what an earlier attempt found out. */
    void goOn(DestinationBrake brake, Instant now, long nanos) {
        switch (brake.kind()) {
            case ASIDE -> putAside(brake.until());
            case SLOWED -> slows(nanos);
            case QUIET -> wantsQuiet(brake.until());
            case FEW -> wantsQuiet(now);
        }
        if (brake.interval() != null) {
            tempo = Tempo.goesOn(nanos, brake.interval());
        }
    }

    /**
     * What holds it back now; empty where nothing does. Where two things do, it is the one that is not to be forgotten over the other.
     *
     * @param all how many connections there are
     */
    Optional<Held> held(Instant now, int all) {
        Duration interval = tempo == null ? null : tempo.interval();
        if (isAside(now)) {
            return Optional.of(new Held(readmission == null ? Kind.ASIDE : Kind.QUIET, backAt(), interval));
        }
        if (readmission != null) {
            return Optional.of(new Held(Kind.FEW, readmission.whenOn(most(all)), interval));
        }
        return interval == null ? Optional.empty() : Optional.of(new Held(Kind.SLOWED, now.plus(SLOWED_FOR), interval));
    }

    /**
     * Takes one in hand, if that may be now.
     *
     * @param most how many it may have for the sake of others
     */
    boolean takes(long subscriber, int most, Instant now, long nanos) {
        if (isAside(now) || inHand.size() >= Math.min(most, allowed(most)) || !isItsTurn(nanos)) {
            return false;
        }
        inHand.put(subscriber, nanos);
        return true;
    }

    private int allowed(int most) {
        return most(readmission == null ? most : readmission.connections());
    }

    private boolean isItsTurn(long nanos) {
        return (tempo == null || tempo.isDue(nanos)) && rateLimit.allows() && (tempo == null || tempo.allows(nanos));
    }

    void letsGo(long subscriber, long nanos) {
        Long since = inHand.remove(subscriber);
        answers = since != null && nanos - since < A_STALL;
    }

    /** Whether the last that it had in hand was done with in good time, and what it has now is no older. */
    boolean answers(long nanos) {
        return answers && !isStalled(nanos);
    }

    boolean isStalled(long nanos) {
        return !inHand.isEmpty() && nanos - inHand.values().iterator().next() >= A_STALL;
    }

    /** Nothing goes to it now. */
    boolean isAside(Instant now) {
        return now.isBefore(backAt());
    }

    /** It gets nothing since it said that we send too much. */
    boolean isQuiet(Instant now) {
        return readmission != null && readmission.isQuiet(now);
    }

    /** When it may have something again. Long ago where it always might. */
    Instant backAt() {
        return readmission != null && readmission.quietUntil().isAfter(asideUntil)
                ? readmission.quietUntil()
                : asideUntil;
    }

    void putAside(Instant until) {
        asideUntil = until;
    }

    /** For each of its customers that refuses us. True where another did before, and nothing was accepted since. */
    boolean refusesOneMore() {
        boolean before = refused;
        refused = true;
        return before;
    }

    void wantsQuiet(Instant until) {
        readmission = new Readmission(until);
    }

    /** True where that is new, or it is slowed down further. */
    boolean slows(long nanos) {
        if (tempo == null) {
            tempo = new Tempo(nanos);
            return true;
        }
        return tempo.slower(nanos);
    }

    boolean isSlowed() {
        return tempo != null;
    }

    /** @return whether it gets so much more than before that it is to be noted */
    boolean accepts(long subscriber, Instant now, long nanos, int all) {
        refused = false;
        boolean more = readmission != null && readmission.accepted(now);
        if (readmission != null && !readmission.isQuiet(now) && readmission.connections() >= most(all)) {
            readmission = null;
            more = true;
        }
        if (tempo != null && tempo.faster(inHand.getOrDefault(subscriber, nanos))) {
            tempo = tempo.isOver() ? null : tempo;
            more = true;
        }
        return more;
    }

    /** How many messages it may have in hand at once, of so many. */
    int most(int all) {
        return limit == 0 ? all : Math.min(limit, all);
    }

    long read() {
        return read;
    }

    void countsRead() {
        read++;
    }

    /** What was read long ago says less of what is to come. */
    void fades() {
        read /= 2;
    }

    /** Whether nothing is left to know of it. */
    boolean isForgettable() {
        return read == 0
                && inHand.isEmpty()
                && backAt().equals(Instant.MIN)
                && tempo == null
                && !refused
                && !rateLimit.isLimited();
    }
}
