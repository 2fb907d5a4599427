package com.newgroktimes.digest.delivery.ledger;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger.Rest;

/** {@code digest.deliveries}: what became of deliveries, as the runs of this process wrote it down; one that is put off counts each time. */
@Component
public class DeliveryMeter {

    private final Map<DeliveryState, Counter> outcomes = new EnumMap<>(DeliveryState.class);

    public DeliveryMeter(MeterRegistry meters) {
        Stream.of(
                        DeliveryState.ACCEPTED,
                        DeliveryState.PUT_OFF,
                        DeliveryState.REFUSED,
                        DeliveryState.GAVE_UP,
                        DeliveryState.UNKNOWN,
                        DeliveryState.SKIPPED)
                .forEach(state -> outcomes.put(
                        state,
                        meters.counter(
                                "digest.deliveries", "outcome", state.name().toLowerCase(Locale.ROOT))));
    }

    void count(DeliveryState outcome, long times) {
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.increment((double) times);
        }
    }

    /** Once it is committed. */
    public void count(Rest rest) {
        count(DeliveryState.GAVE_UP, rest.gaveUp());
        count(DeliveryState.SKIPPED, rest.skipped());
    }
}
