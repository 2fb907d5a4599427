package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * written is found out again: no reason to stop. Words and domains that are erased meanwhile do not come back: what was written before
 * is changed where it is still there.
 */
final class BrakeNotes {

    private static final Logger log = LoggerFactory.getLogger(BrakeNotes.class);

    private final DestinationBrakes brakes;
    private final int edition;
    private final Clock clock;
    private final Map<DestinationName, DestinationBrake> byDestination = new HashMap<>();
    private final Map<DestinationName, Set<String>> domains = new HashMap<>();
    private final Set<DestinationName> released = new LinkedHashSet<>();
    private final Map<String, Changed> changed = new LinkedHashMap<>();
    private final Object pen = new Object();

    BrakeNotes(DestinationBrakes brakes, int edition, Clock clock) {
        this.brakes = brakes;
        this.edition = edition;
        this.clock = clock;
    }

    /** @param isNew whether its domain may be named where it is not */
    private record Changed(DestinationBrake brake, boolean isNew) {

        Changed after(Changed before) {
            boolean saidMore = brake.reply().isEmpty() && brake.destination().equals(before.brake.destination());
            return new Changed(saidMore ? brake.saying(before.brake.reply()) : brake, isNew || before.isNew);
        }
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
        boolean isNew = domains(destination).add(domain) || !reply.isEmpty();
        DestinationBrake before = byDestination.get(destination);
        Instant since = before == null ? clock.instant() : before.since();
        for (String each : domains(destination)) {
            write(
                    new DestinationBrake(each, destination, held.kind(), since, held.until(), held.interval(), reply),
                    isNew && each.equals(domain));
        }
    }

    /** What holds for the destination, if anything does, holds for this domain too. */
    synchronized void holdsFor(DestinationName destination, String domain) {
        DestinationBrake brake = byDestination.get(destination);
        if (brake != null && domains(destination).add(domain)) {
            write(brake.alsoFor(domain), true);
        }
    }

    /** What holds for the destination holds for this domain no more. */
    synchronized void leaves(DestinationName destination, String domain) {
        domains(destination).remove(domain);
    }

    synchronized void remove(DestinationName destination) {
        domains.remove(destination);
        if (byDestination.remove(destination) != null) {
            changed.values().removeIf(each -> each.brake().destination().equals(destination));
            released.add(destination);
        }
    }

    private void write(DestinationBrake brake, boolean isNew) {
        byDestination.put(brake.destination(), brake);
        changed.merge(brake.domain(), new Changed(brake, isNew), (before, now) -> now.after(before));
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
        changed.values().forEach(each -> all.add(put(each)));
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

    private Note put(Changed each) {
        DestinationBrake brake = each.brake();
        return new Note(
                () -> BestEffort.done(() -> write(each), log, "That {} wants less is not kept.", brake.domain()),
                () -> {
                    if (byDestination.containsKey(brake.destination())) {
                        changed.merge(brake.domain(), each, (newer, older) -> newer.after(older));
                    }
                });
    }

    private void write(Changed each) {
        if (each.isNew()) {
            brakes.put(edition, each.brake());
        } else {
            brakes.change(edition, each.brake());
        }
    }

    private Set<String> domains(DestinationName destination) {
        return domains.computeIfAbsent(destination, ignored -> new TreeSet<>());
    }
}
