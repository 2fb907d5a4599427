package com.newgroktimes.digest.mail;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** {@code digest.relay.accepted}: how many messages a relay has accepted from this process, those of runs and single ones. */
@Component
final class RelayMeter {

    RelayMeter(Relays relays, MeterRegistry meters) {
        relays.all().stream()
                .map(Relay::name)
                .distinct()
                .forEach(name -> FunctionCounter.builder("digest.relay.accepted", relays, all -> accepted(all, name))
                        .tag("relay", name)
                        .register(meters));
    }

    /** Several may have one name, each with an account of its own. */
    private static long accepted(Relays relays, String name) {
        return relays.all().stream()
                .filter(relay -> relay.name().equals(name))
                .mapToLong(Relay::accepted)
                .sum();
    }
}
