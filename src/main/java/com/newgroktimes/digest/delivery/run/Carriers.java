package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.mail.Relay;

/**
 * The relays that a run's messages are shared among. Each has senders of its own, and all senders take from one queue: what one relay
 * does not take, since it is away, slow or refuses us, the others do.
 */
final class Carriers {

    private final List<Carrier> all;
    private final List<Carrier> bySender;
    private int senders;

    private Carriers(List<Carrier> all, List<Carrier> bySender) {
        this.all = all;
        this.bySender = bySender;
    }

    static Carriers of(List<Relay> relays, DeliverySettings settings, Clock clock) {
        return of(relays, settings, clock, System::nanoTime);
    }

    static Carriers of(List<Relay> relays, DeliverySettings settings, Clock clock, LongSupplier nanos) {
        RateLimit together = new RateLimit(settings.perMinute());
        List<Carrier> all = new ArrayList<>();
        List<Carrier> bySender = new ArrayList<>();
        for (Relay relay : relays) {
            int connections = settings.connections(relay);
            Carrier carrier = new Carrier(
                    relay,
                    relays.size() == 1 ? "The mail server" : "The mail server " + relay.name(),
                    new RelayPatience(settings.relayPatience(), clock, nanos),
                    new RateLimit(relay.perMinute(), together),
                    connections);
            all.add(carrier);
            for (int i = 0; i < connections; i++) {
                bySender.add(carrier);
            }
        }
        return new Carriers(all, bySender);
    }

    /** For one sender more. */
    synchronized Carrier next() {
        return bySender.get(senders++ % bySender.size());
    }

    BeyondAscii beyondAscii() {
        List<Carrier> able = all.stream().filter(Carrier::mayCarryBeyondAscii).toList();
        if (able.isEmpty()) {
            return BeyondAscii.BY_NOBODY;
        }
        return able.stream().anyMatch(Carrier::isExpectedToCarryBeyondAscii)
                ? BeyondAscii.BY_ANOTHER
                : BeyondAscii.LATER;
    }

    /** Why those do not take it that may take an address with letters beyond ASCII. */
    String whyNotBeyondAscii() {
        return sentences(Carrier::whyNotBeyondAscii);
    }

    /** @param relay its name */
    boolean isInTrouble(String relay) {
        return all.stream()
                .anyMatch(carrier -> carrier.isOf(relay) && !carrier.trouble().isEmpty());
    }

    /** Whether others than this one may bring what goes to a reader. */
    boolean mayOthersBring(Carrier one, long subscriber) {
        return all.stream().anyMatch(carrier -> carrier != one && carrier.mayBring(subscriber));
    }

    boolean areGone() {
        return all.stream().allMatch(Carrier::isGone);
    }

    /** Empty where nothing is wrong with any, or not for long. */
    Optional<String> trouble() {
        boolean othersGoOn = all.stream()
                .anyMatch(carrier -> carrier.isProven() && carrier.trouble().isEmpty());
        return Optional.of(sentences(Carrier::trouble))
                .filter(told -> !told.isEmpty())
                .map(told -> othersGoOn ? told + " What it does not take goes by the others." : told);
    }

    String whyGone() {
        return sentences(Carrier::whyGone);
    }

    private String sentences(Function<Carrier, String> told) {
        return all.stream()
                .map(told)
                .filter(sentence -> !sentence.isEmpty())
                .map(sentence -> sentence.endsWith(".") ? sentence : sentence + ".")
                .collect(Collectors.joining(" "));
    }
}
