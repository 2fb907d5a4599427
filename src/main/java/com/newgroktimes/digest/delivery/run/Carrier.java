package com.newgroktimes.digest.delivery.run;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.Relay;

/** One relay as a run finds it: whether it takes messages now, and if not, why not. */
final class Carrier {

    private final Relay relay;
    private final String name;
    private final RelayPatience patience;
    private final Pace pace;
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

    /** True for whoever may bring it a message now, or is to find out whether it is back. */
    boolean mayAsk() {
        return refusal == null && patience.mayAsk() && pace.allows();
    }

    /** True once it has been away for long enough to be told. */
    boolean away(String word) {
        lastWord = word;
        return patience.away();
    }

    /** True where it was told that it was away. */
    boolean back() {
        return patience.back();
    }

    /** It is not asked any more in this run: a second refused sign-in might lock us out. */
    void refusesUs(String reply) {
        refusal = reply;
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
