package com.newgroktimes.digest.delivery.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What one run waits for: a reason for each cause, since one that passes says nothing of the other. */
final class Waiting {

    enum Cause {
        DATABASE("database"),
        RELAY("mail server");

        private final String awaited;

        Cause(String awaited) {
            this.awaited = awaited;
        }

        /** In a sentence: it waits for the … */
        String awaited() {
            return awaited;
        }
    }

    private final int edition;
    private final Map<Cause, String> reasons = new EnumMap<>(Cause.class);
    private boolean shown = true;

    Waiting(int edition) {
        this.edition = edition;
    }

    int edition() {
        return edition;
    }

    /** True where that is news. */
    synchronized boolean begins(Cause cause, String reason) {
        boolean news = !reason.equals(reasons.put(cause, reason));
        shown &= !news;
        return news;
    }

    /** True where it was waited for. */
    synchronized boolean ends(Cause cause) {
        boolean news = reasons.remove(cause) != null;
        shown &= !news;
        return news;
    }

    /**
     * Shows what is waited for now, if that is not shown yet. Only one at a time: what was so earlier must not be written last.
     *
     * @param board takes all reasons, or none, and says whether it could be written
     */
    synchronized void show(Predicate<Optional<String>> board) {
        if (!shown) {
            shown = board.test(told());
        }
    }

    private Optional<String> told() {
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", reasons.values()));
    }
}
