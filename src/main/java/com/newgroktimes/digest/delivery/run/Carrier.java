package com.newgroktimes.digest.delivery.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.Relay;

/** One relay as a run finds it: whether it takes messages now, and if not, why not. */
final class Carrier {

    private static final long NOBODY = 0;

    /** One that passes on what a destination says may wait for that one alone: others need not wait with it. */
    private static final long LONG_ENOUGH = TimeUnit.SECONDS.toNanos(5);

    private final Relay relay;
    private final String name;
    private final RelayPatience patience;
    private final Pace pace;
    private final AtomicLong triedSince = new AtomicLong(NOBODY);
    private volatile boolean proven;
    private volatile boolean carriesAll = true;
    private volatile @Nullable String refusal;
    private volatile String lastWord = "";

    /** @param name in a sentence, with a capital */
    Carrier(Relay relay, String name, RelayPatience patience, Pace pace) {
        this.relay = relay;
        this.name = name;
        this.patience = patience;
        this.pace = pace;
    }

    Relay.Connection connection() {
        return relay.connection();
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

    /** True for whoever may bring it a message now, or is to find out whether it is back: that needs no turn of the pace. */
    boolean mayAsk() {
        return refusal == null && patience.mayAsk() && (patience.isAway() || pace.allows());
    }

    /** True once it has been away for long enough to be told. */
    boolean away(String word) {
        proven = false;
        lastWord = word;
        return patience.away();
    }

    /** It answered for a message. True where it was told that it was away. */
    boolean back() {
        proven = true;
        return patience.back();
    }

    /** It is not asked any more in this attempt: a second refused sign-in might lock us out. */
    void refusesUs(String reply) {
        proven = false;
        refusal = reply;
    }

    /** Whether it may take addresses with letters beyond ASCII. */
    boolean carriesAll() {
        return carriesAll;
    }

    void carriesAsciiAlone() {
        carriesAll = false;
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
        return patience.isTold()
                ? "%s is away. It is asked again until it is back, and nobody loses a try. Its last word: %s"
                        .formatted(name, lastWord)
                : "";
    }

    /** The same for one that is gone. */
    String whyGone() {
        return refusal != null
                ? refused()
                : "%s has been away for too long: see whether it runs. Its last word: %s".formatted(name, lastWord);
    }

    private String refused() {
        return "%s refuses us: check user name, password, sender and the size of the edition. It says: %s"
                .formatted(name, refusal);
    }
}
