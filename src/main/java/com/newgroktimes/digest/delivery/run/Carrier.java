package com.newgroktimes.digest.delivery.run;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.DestinationName;
import com.newgroktimes.digest.mail.Relay;

/** One relay as a run finds it: whether it takes messages now, and if not, why not. */
final class Carrier {

    private static final long NOBODY = 0;

    /** One that passes on what a destination says may wait for that one alone: others need not wait with it. */
    private static final long LONG_ENOUGH = TimeUnit.SECONDS.toNanos(5);

    private final Relay relay;
    private final String name;
    private final String withinASentence;
    private final RelayPatience patience;
    private final RateLimit rateLimit;
    private final RelayLines lines;
    private final TroublesInARow troubles = new TroublesInARow();
    private final Hearsay hearsay = new Hearsay();
    private final AtomicLong triedSince = new AtomicLong(NOBODY);
    private volatile boolean proven;
    private volatile @Nullable String refusal;
    private volatile boolean refusesAll;
    private volatile RelayTrouble trouble = RelayTrouble.AWAY;
    private volatile String lastWord = "";

    /**
     * @param name    in a sentence, with a capital
     * @param senders how many it has, each with one line
     */
    Carrier(Relay relay, String name, RelayPatience patience, RateLimit rateLimit, int senders) {
        this.relay = relay;
        this.name = name;
        this.withinASentence = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        this.patience = patience;
        this.rateLimit = rateLimit;
        this.lines = new RelayLines(name, senders);
    }

    boolean isOf(String relayName) {
        return relay.name().equals(relayName);
    }

    String withinASentence() {
        return withinASentence;
    }

    Hearsay hearsay() {
        return hearsay;
    }

    /** Whether it may bring what goes to this reader: something is expected of it, and it has not said that it is refused. */
    boolean mayBring(long subscriber) {
        return !isGone() && !hearsay.isOf(subscriber);
    }

    /** @param unwanted see {@link Relay#connection(BooleanSupplier)} */
    Relay.Connection connection(BooleanSupplier unwanted) {
        return relay.connection(unwanted);
    }

    /**
     * Whether it has answered for a message, and was there ever since. Until then one sender at a time tries it: others would wait before a
     * relay that says nothing, each with a message that another relay could have, or be refused as often as there are senders.
     */
    boolean isProven() {
        return proven;
    }

    /** True for one sender, until it has {@link #tried}, and for one more each few seconds. */
    boolean isMineToTry() {
        long now = System.nanoTime();
        long since = triedSince.get();
        return (since == NOBODY || now - since > LONG_ENOUGH) && triedSince.compareAndSet(since, now | 1);
    }

    void tried() {
        triedSince.set(NOBODY);
    }

    /** True for whoever may dial it now, or is to find out whether it is back. */
    boolean mayAsk() {
        return refusal == null && patience.mayAsk();
    }

    /** True for whoever may bring it a message now. To find out whether it is back needs no turn of the pace. */
    boolean hasTurn() {
        return patience.isAway() || rateLimit.allows();
    }

    RelayLines lines() {
        return lines;
    }

    /** True once it has been away for long enough to be told. */
    boolean away(String word) {
        return leftAlone(RelayTrouble.AWAY, word);
    }

    private boolean leftAlone(RelayTrouble why, String word) {
        proven = false;
        trouble = why;
        lastWord = word;
        return patience.away();
    }

    /** True where it was told that something is wrong with it. */
    boolean accepts() {
        troubles.end();
        proven = true;
        return patience.back();
    }

    /** The same for an answer that is no acceptance: where something is wrong with it, that proves nothing. */
    boolean answers() {
        if (troubles.breaksOffAll() || troubles.putsOffAll()) {
            return false;
        }
        proven = true;
        return patience.back();
    }

    /** A line broke without an answer. True once that is to be told. */
    boolean breaksOff(String word) {
        troubles.breaksOff();
        return mayBreakOffAll(word);
    }

    /** The same after the end of a message. */
    boolean leavesInDoubt(String word) {
        troubles.leavesInDoubt();
        return mayBreakOffAll(word);
    }

    private boolean mayBreakOffAll(String word) {
        proven = false;
        return troubles.breaksOffAll() && leftAlone(RelayTrouble.BREAKS_OFF, word);
    }

    /** The reason to pause, if more are in doubt in a row than its lines had in hand when they broke. */
    Optional<String> leavesTooManyInDoubt(String word) {
        int inDoubt = troubles.inDoubt();
        return inDoubt > lines.wanted()
                ? Optional.of(
                        "%s broke off %d times in a row when it had the whole message: nobody can know whether those readers got theirs. Find out what cuts its lines before going on. The last time: %s"
                                .formatted(name, inDoubt, word))
                : Optional.empty();
    }

    /** It wants a message later, or says that the destination does. True once that is to be told of it. */
    boolean putsOff(DestinationName destination, String word) {
        troubles.putsOff(destination);
        return troubles.putsOffAll() ? leftAlone(RelayTrouble.PUTS_OFF, word) : answers();
    }

    /** Whatever it got, and whomever it was for. It is not asked any more in this attempt. */
    void refusesAll(String reply) {
        refusesAll = true;
        refusesUs(reply);
    }

    /** It is not asked any more in this attempt: a second refused sign-in might lock us out. */
    void refusesUs(String reply) {
        proven = false;
        refusal = reply;
    }

    /** Whether it may take addresses with letters beyond ASCII: one of its machines, if not the one that answered. */
    boolean mayCarryBeyondAscii() {
        return relay.mayCarryBeyondAscii();
    }

    /** Whether such an address is to be brought to it now: it is there, and the machine that takes them has not been missed too often. */
    boolean isExpectedToCarryBeyondAscii() {
        return mayCarryBeyondAscii() && !isGone() && !lines.missesAble();
    }

    /** Why not, where it might: what is wrong with it, or that other machines of it answered. */
    String whyNotBeyondAscii() {
        if (!mayCarryBeyondAscii()) {
            return "";
        }
        return isGone() ? whyGone() : name + " took them not long ago, and the machines of it that answer now do not.";
    }

    /** Whether nothing more is expected of it. */
    boolean isGone() {
        return refusal != null || patience.isExhausted();
    }

    /** What is wrong with it now, in whole sentences; empty where nothing is, or not for long. */
    String trouble() {
        if (refusal != null) {
            return refused();
        }
        return patience.isTold() ? trouble.told(name, lastWord) : "";
    }

    /** The same for one that is gone. */
    String whyGone() {
        return refusal != null ? refused() : trouble.toldAtTheEnd(name, lastWord);
    }

    private String refused() {
        if (refusesAll) {
            return "%s refuses us, whomever a message is for, and is not asked any more: find out why. It says: %s"
                    .formatted(name, refusal);
        }
        return "%s refuses us: check user name, password, sender and the size of the edition. It says: %s"
                .formatted(name, refusal);
    }
}
