package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.DestinationBrake;
import com.newgroktimes.digest.delivery.ledger.DestinationName;

/**
 * What is written of destinations that get less than we could send: for a restart, and for whoever watches, by each of the domains
 * that are told apart. It is written when somebody asks for it, for which nobody waits who notes something; and what cannot be
 * written is found out again: no reason to stop.
 */
final class BrakeNotes {

    private static final Logger log = LoggerFactory.getLogger(BrakeNotes.class);

    private final DestinationBrakes brakes;
    private final int edition;
    private final Clock clock;
    private final Map<DestinationName, DestinationBrake> byDestination = new HashMap<>();
    private final Map<DestinationName, Set<String>> domains = new HashMap<>();
    private final Set<DestinationName> released = new LinkedHashSet<>();
    private final Map<String, DestinationBrake> changed = new TreeMap<>();
    private final Object pen = new Object();

    BrakeNotes(DestinationBrakes brakes, int edition, Clock clock) {
        this.brakes = brakes;
        this.edition = edition;
        this.clock = clock;
    }

    /** What earlier attempts found out, and still counts. */
    synchronized List<DestinationBrake> read() {
        List<DestinationBrake> all = brakes.of(edition, clock.instant());
        all.forEach(brake -> {
            byDestination.put(brake.destination(), brake);
            domains(brake.destination()).add(brake.domain());
        });
        return all;
    }

    /** @param reply empty: what it said before */
    synchronized void put(DestinationName destination, String domain, Held held, String reply) {
        domains(destination).add(domain);
        DestinationBrake before = byDestination.get(destination);
        Instant since = before == null ? clock.instant() : before.since();
        String said = reply.isEmpty() && before != null ? before.reply() : reply;
        for (String each : domains(destination)) {
            write(new DestinationBrake(each, destination, held.kind(), since, held.until(), held.interval(), said));
        }
    }

    /** What holds for the destination, if anything does, holds for this domain too. */
    synchronized void holdsFor(DestinationName destination, String domain) {
        DestinationBrake brake = byDestination.get(destination);
        if (brake != null && domains(destination).add(domain)) {
            write(brake.alsoFor(domain));
        }
    }

    /** What holds for the destination holds for this domain no more. */
    synchronized void leaves(DestinationName destination, String domain) {
        domains(destination).remove(domain);
    }

    synchronized void remove(DestinationName destination) {
        domains.remove(destination);
        if (byDestination.remove(destination) != null) {
            changed.values().removeIf(brake -> brake.destination().equals(destination));
            released.add(destination);
        }
    }

    private void write(DestinationBrake brake) {
        byDestination.put(brake.destination(), brake);
        changed.put(brake.domain(), brake);
    }

    /** What was noted since is kept from now on. By one at a time, so that nothing older is written over what is newer. */
    void writeDown() {
        synchronized (pen) {
            List<Note> notTaken =
                    unwritten().stream().filter(note -> !note.write()).toList();
            synchronized (this) {
                notTaken.forEach(Note::keep);
            }
        }
    }

    /** One thing to write. */
    private record Note(BooleanSupplier writing, Runnable keeping) {

        /** False where the database did not take it. Needs no lock. */
        boolean write() {
            return writing.getAsBoolean();
        }

        /** It is written another time, unless something newer is. */
        void keep() {
            keeping.run();
        }
    }

    /** What is to be written since this was asked last, in order. */
    private synchronized List<Note> unwritten() {
        List<Note> all = new ArrayList<>();
        released.forEach(destination -> all.add(release(destination)));
        changed.values().forEach(brake -> all.add(put(brake)));
        released.clear();
        changed.clear();
        return all;
    }

    private Note release(DestinationName destination) {
        return new Note(
                () -> BestEffort.done(
                        () -> brakes.release(edition, destination),
                        log,
                        "That {} wants no less any more is not kept.",
                        destination),
                () -> {
                    if (!byDestination.containsKey(destination)) {
                        released.add(destination);
                    }
                });
    }

    private Note put(DestinationBrake brake) {
        return new Note(
                () -> BestEffort.done(
                        () -> brakes.put(edition, brake), log, "That {} wants less is not kept.", brake.domain()),
                () -> {
                    if (byDestination.containsKey(brake.destination())) {
                        changed.putIfAbsent(brake.domain(), brake);
                    }
                });
    }

    private Set<String> domains(DestinationName destination) {
        return domains.computeIfAbsent(destination, ignored -> new TreeSet<>());
    }
}
