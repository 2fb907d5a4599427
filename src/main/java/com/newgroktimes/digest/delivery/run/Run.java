package com.newgroktimes.digest.delivery.run;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.LedgerWriter;

/** One attempt to send an edition, and what its senders share. */
final class Run implements AutoCloseable {

    private final int edition;
    private final int attempt;
    private final Gate gate;
    private final LedgerWriter writer;
    private final Readahead readahead;
    private final Destinations destinations;
    private final Carriers carriers;
    private final SafetyStop safety;
    private final Waiting waiting;
    private final Map<String, Sender> senders = new ConcurrentHashMap<>();
    private volatile @Nullable Copies copies;
    private boolean ended;

    Run(
            int edition,
            int attempt,
            Gate gate,
            LedgerWriter writer,
            Readahead readahead,
            Destinations destinations,
            Carriers carriers,
            SafetyStop safety) {
        this.edition = edition;
        this.attempt = attempt;
        this.gate = gate;
        this.writer = writer;
        this.readahead = readahead;
        this.destinations = destinations;
        this.carriers = carriers;
        this.safety = safety;
        this.waiting = new Waiting(edition);
    }

    int edition() {
        return edition;
    }

    int attempt() {
        return attempt;
    }

    Gate gate() {
        return gate;
    }

    LedgerWriter writer() {
        return writer;
    }

    Readahead readahead() {
        return readahead;
    }

    Destinations destinations() {
        return destinations;
    }

    Carriers carriers() {
        return carriers;
    }

    SafetyStop safety() {
        return safety;
    }

    Waiting waiting() {
        return waiting;
    }

    /** Whether it is known that nothing more goes out in it. Waits for nothing and nobody. */
    boolean isKnownToBeOver() {
        return readahead.hasEnded() || gate.isKnownToBeShut();
    }

    /** It is about to say what becomes of the edition, which may be another run's a moment later. */
    synchronized void ends() {
        ended = true;
    }

    /** Does what concerns the edition, unless this run has ended; it does not end in the middle of that. */
    synchronized void whileItLasts(Runnable act) {
        if (!ended) {
            act.run();
        }
    }

    Copies copies() {
        return Objects.requireNonNull(copies, "The edition's variants are rendered before anything is offered.");
    }

    void serves(Copies rendered) {
        copies = rendered;
    }

    Sender sender(String name, Function<Run, Sender> opened) {
        return senders.computeIfAbsent(name, ignored -> opened.apply(this));
    }

    /** After the last sender has ended. */
    @Override
    public void close() {
        ends();
        senders.values().forEach(Sender::close);
        destinations.writeDown();
        writer.close();
    }
}
