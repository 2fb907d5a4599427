package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.DestinationBrake;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.Kind;
import com.newgroktimes.digest.delivery.ledger.DestinationName;

/**
 * What each destination of a run may get now. One that refused us rather than a reader is left alone for half an hour; when several
 * in a row do, with nothing accepted in between, it is the relay or the message, and going on would burn the list. An operator's customer
 * that refuses us is left alone by itself; where a second one does, it is the operator that refuses us. One that asked for
 * patience gets its messages more slowly until it takes them again; one that said that we send too much gets nothing for a while, and
 * then over one connection more at a time. And none holds more connections than is fair while others wait.
 */
final class Destinations {

    static final Duration ASIDE = Duration.ofMinutes(30);
    static final Duration QUIET = Duration.ofMinutes(10);

    private static final int TOO_MANY_IN_A_ROW = 3;
    private static final int READ_BEFORE_FADING = 20_000;

    private final DestinationTable table;
    private final DestinationNames names;
    private final BrakeNotes notes;
    private final DestinationLog told;
    private final Shares shares;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<DestinationName, Destination> byName = new HashMap<>();
    private final Map<Long, Destination> inHand = new LinkedHashMap<>();
    private int inARow;
    private int timesPutAside;

    /**
     * @param brakes      what was found out in earlier attempts, and is kept for later ones
     * @param connections of all senders together
     */
    Destinations(
            DestinationTable table,
            DestinationBrakes brakes,
            int edition,
            int connections,
            Clock clock,
            LongSupplier nanos) {
        this.table = table;
        this.names = new DestinationNames(table);
        this.notes = new BrakeNotes(brakes, edition, clock);
        this.told = new DestinationLog(nanos);
        this.shares = new Shares(connections);
        this.clock = clock;
        this.nanos = nanos;
        notes.read().forEach(this::goOn);
    }

    private void goOn(DestinationBrake brake) {
        names.goOn(brake);
        named(brake.destination()).goOn(brake, clock.instant(), nanos.getAsLong());
    }

    /** For each delivery that was read: what there is to send says how much of the whole is fair. */
    synchronized void expects(Delivery.Reader reader) {
        shares.countsRead(of(reader.domain()));
        if (shares.read() >= READ_BEFORE_FADING) {
            byName.values().forEach(Destination::fades);
            byName.values().removeIf(Destination::isForgettable);
            shares.fade(byName.values().stream().mapToLong(Destination::read).sum());
        }
    }

    /** True for whoever may take it in hand now, and has it until it {@link #letsGo lets it go}. */
    synchronized boolean takes(Delivery delivery) {
        return takes(delivery, false);
    }

    /** The same for one beside which hardly any other waits: what is fair need not be asked, unless its destination says nothing. */
    synchronized boolean takesAlone(Delivery delivery) {
        return takes(delivery, true);
    }

    private boolean takes(Delivery delivery, boolean alone) {
        Destination destination = of(domain(delivery));
        noteWhatHolds(destination, delivery);
        long now = nanos.getAsLong();
        int most = alone && !destination.isStalled(now) ? shares.all() : fair(destination, now);
        boolean taken = destination.takes(delivery.subscriber(), most, clock.instant(), now);
        if (taken) {
            inHand.put(delivery.subscriber(), destination);
        }
        return taken;
    }

    /** Each domain that is told apart is told to get less, and not only the one that heard it. */
    private void noteWhatHolds(Destination destination, Delivery delivery) {
        if (delivery.domainNumber() != 0) {
            notes.holdsFor(destination.name(), domain(delivery));
        }
    }

    private static String domain(Delivery delivery) {
        return Objects.requireNonNull(delivery.reader()).domain();
    }

    /**
     * Its share twice, so that no connection stands idle while it would take more; and once as long as it does not answer. Where as many
     * say nothing as there are pairs of connections, small ones get one each: together they are many.
     */
    private int fair(Destination destination, long now) {
        return destination.answers(now)
                ? shares.most(destination, 2, stalled(now) * 2 >= shares.all() ? 1 : 2)
                : shares.most(destination, 1, 1);
    }

    private long stalled(long now) {
        boolean isAny = inHand.values().stream() // in the order of their time, so that the first says it for all
                .limit(1)
                .anyMatch(each -> each.isStalled(now));
        return isAny
                ? inHand.values().stream()
                        .distinct()
                        .filter(each -> each.isStalled(now))
                        .count()
                : 0;
    }

    synchronized boolean haveInHand(Delivery delivery) {
        return inHand.containsKey(delivery.subscriber());
    }

    synchronized void letsGo(Delivery delivery) {
        Destination destination = inHand.remove(delivery.subscriber());
        if (destination != null) {
            destination.letsGo(delivery.subscriber(), nanos.getAsLong());
        }
    }

    /** True when this is one too many. What was in hand when a destination was put aside counts once. */
    synchronized boolean refusesUs(String domain, String reply) {
        return refuses(domain, Kind.ASIDE, reply);
    }

    /** The same for one that refuses us since it got too much: it begins again with one connection. */
    synchronized boolean refusesSoMuch(String domain, String reply) {
        return refuses(domain, Kind.QUIET, reply);
    }

    private boolean refuses(String domain, Kind kind, String reply) {
        Destination destination = of(domain);
        if (destination.isAside(clock.instant())) {
            return false;
        }
        boolean isSecondOfIts = kind == Kind.ASIDE && isCustomer(domain, destination) && destination.refusesOneMore();
        if (kind == Kind.ASIDE && !isSecondOfIts && names.mayStandAlone(domain)) {
            names.setApart(domain);
            notes.leaves(destination.name(), domain);
        }
        leavesAlone(of(domain), domain, kind, ASIDE, reply);
        inARow += isSecondOfIts ? 0 : 1;
        return inARow >= TOO_MANY_IN_A_ROW;
    }

    private boolean isCustomer(String domain, Destination operator) {
        return !operator.name().is(domain) && names.mayStandAlone(domain);
    }

    /** It says that we send too much. What was in hand when it first said so says it again: once is enough. */
    synchronized void asksForQuiet(String domain, String reply) {
        Destination destination = of(domain);
        if (!destination.isQuiet(clock.instant())) {
            leavesAlone(destination, domain, Kind.QUIET, QUIET, reply);
        }
    }

    private void leavesAlone(Destination destination, String domain, Kind kind, Duration howLong, String reply) {
        Instant until = clock.instant().plus(howLong);
        timesPutAside++;
        if (kind == Kind.QUIET) {
            destination.wantsQuiet(until);
            told.isQuiet(destination.name(), howLong, reply);
        } else {
            destination.putAside(until);
            told.isAside(destination.name(), howLong, reply);
        }
        held(destination).ifPresent(held -> notes.put(destination.name(), domain, held, reply));
    }

    private Optional<Held> held(Destination destination) {
        return destination.held(clock.instant(), shares.all());
    }

    synchronized void asksToSlow(String domain, String reply) {
        Destination destination = of(domain);
        boolean isNew = !destination.isSlowed();
        if (destination.slows(nanos.getAsLong())) {
            held(destination)
                    .ifPresent(held ->
                            notes.put(destination.name(), domain, held, held.kind() == Kind.SLOWED ? reply : ""));
            if (isNew) {
                told.isSlowed(destination.name(), reply);
            }
        }
    }

    synchronized void accepts(Delivery delivery) {
        inARow = 0;
        String domain = domain(delivery);
        Destination destination = of(domain);
        if (!destination.accepts(delivery.subscriber(), clock.instant(), nanos.getAsLong(), shares.all())) {
            return;
        }
        held(destination)
                .ifPresentOrElse(
                        held -> notes.put(destination.name(), domain, held, ""), () -> isFree(destination.name()));
    }

    private void isFree(DestinationName name) {
        notes.remove(name);
        told.isFree(name);
    }

    /** Whether it has to wait for its destination to be back. */
    synchronized boolean isAside(Delivery delivery) {
        Destination destination = of(domain(delivery));
        boolean aside = destination.isAside(clock.instant());
        if (aside) {
            noteWhatHolds(destination, delivery);
        }
        return aside;
    }

    /** How often one was put aside: while it is the same, whoever was not aside before is not now. */
    synchronized int timesPutAside() {
        return timesPutAside;
    }

    /** Of the moments in which destinations may have more. */
    long nanos() {
        return nanos.getAsLong();
    }

    synchronized boolean isAside(DestinationName name) {
        Destination destination = byName.get(name);
        return destination != null && destination.isAside(clock.instant());
    }

    /** Which destination a domain belongs to, as far as that is known now. */
    synchronized DestinationName nameOf(String domain) {
        return names.of(domain);
    }

    /** When the first of those that get nothing now may be tried again. */
    synchronized Optional<Instant> nextBack() {
        Instant now = clock.instant();
        return byName.values().stream()
                .filter(destination -> destination.isAside(now))
                .map(Destination::backAt)
                .min(Instant::compareTo);
    }

    /** How many get nothing now. */
    synchronized long halted() {
        Instant now = clock.instant();
        return byName.values().stream()
                .filter(destination -> destination.isAside(now))
                .count();
    }

    /** What was found out since is kept from now on. Nobody waits for that who sends. */
    void writeDown() {
        notes.writeDown();
    }

    /** Before anything goes there it is asked who takes their mail. Nobody waits for the answers. */
    void hearsOf(List<String> domains) {
        domains.forEach(table::nameOf);
    }

    private Destination of(String domain) {
        return named(names.of(domain));
    }

    private Destination named(DestinationName name) {
        return byName.computeIfAbsent(name, ignored -> table.destination(name, nanos));
    }
}
