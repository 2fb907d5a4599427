package com.newgroktimes.digest.delivery.run;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.Relay;
import com.newgroktimes.digest.mail.Relays;

/**
 * {@code digest.relay.away}: 1 where a run of this process has no use of the relay now. {@code digest.destinations.halted}: how many
 * destinations get nothing from its runs now.
 */
@Component
final class RunMeters {

    private final OpenRuns open;

    RunMeters(OpenRuns open, Relays relays, MeterRegistry meters) {
        this.open = open;
        relays.all().stream()
                .map(Relay::name)
                .forEach(relay -> Gauge.builder("digest.relay.away", this, all -> all.isAway(relay) ? 1 : 0)
                        .tag("relay", relay)
                        .register(meters));
        Gauge.builder("digest.destinations.halted", this, RunMeters::halted).register(meters);
    }

    private boolean isAway(String relay) {
        return open.all().stream().anyMatch(run -> run.carriers().isInTrouble(relay));
    }

    private long halted() {
        return open.all().stream().mapToLong(run -> run.destinations().halted()).sum();
    }
}
