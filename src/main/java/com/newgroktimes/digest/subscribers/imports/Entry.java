package com.newgroktimes.digest.subscribers.imports;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.subscribers.Act;
import com.newgroktimes.digest.subscribers.SubscriberState;

/** One address, and what the lines of a block make of it. What somebody set here stays: a file decides on standing alone. */
final class Entry {

    private final Row first;
    private final @Nullable Known known;
    private final List<String> notes = new ArrayList<>();
    private Standing standing;

    Entry(Row first, @Nullable Known known) {
        this.first = first;
        this.known = known;
        if (known == null) {
            standing = first.standing();
            notes.add(first.words());
        } else {
            standing = known.standing();
            take(first);
        }
    }

    void take(Row row) {
        Standing merged = merged(row.standing());
        if (!merged.equals(standing)) {
            standing = merged;
            notes.add(row.words());
        }
    }

    private Standing merged(Standing told) {
        if (!isOwnAct()) {
            return standing.orStricter(told);
        }
        return mergedWithOwnAct(
                standing.state() == SubscriberState.CONFIRMED ? history().notOver(told) : told);
    }

    private Standing mergedWithOwnAct(Standing told) {
        Standing stricter = standing.orStricter(told);
        boolean leaves = standing.state() == SubscriberState.CONFIRMED && told.state() == SubscriberState.UNSUBSCRIBED;
        return leaves ? stricter.confirmedAs(standing) : standing.suppressedAs(stricter);
    }

    String address() {
        return first.address().key();
    }

    Row first() {
        return first;
    }

    Standing standing() {
        return standing;
    }

    /** As they stood before this block; as now for whoever was not here. */
    Standing before() {
        return known == null ? standing : known.standing();
    }

    boolean isNew() {
        return known == null;
    }

    boolean isChanged() {
        return known != null && !standing.equals(known.standing());
    }

    /** Whether the file had this address in an earlier block, and it was counted there. */
    boolean isCounted() {
        return known != null && known.touched();
    }

    boolean isOwnAct() {
        return known != null && known.ownAct();
    }

    History history() {
        return known == null ? History.NONE : known.history();
    }

    long id() {
        return known == null ? 0 : known.id();
    }

    /** As it is kept as evidence. */
    String what() {
        return Act.IMPORTED.words() + ": " + String.join("; ", notes);
    }
}
