package com.newgroktimes.digest.delivery.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** {@code digest.runs.paused}: how often an edition was paused, by the safety stop or by a person. */
@Component
public class PauseMeter {

    private final Counter bySafetyStop;
    private final Counter byPerson;

    PauseMeter(MeterRegistry meters) {
        bySafetyStop = meters.counter("digest.runs.paused", "by", "safety_stop");
        byPerson = meters.counter("digest.runs.paused", "by", "person");
    }

    void bySafetyStop() {
        bySafetyStop.increment();
    }

    public void byPerson() {
        byPerson.increment();
    }
}
