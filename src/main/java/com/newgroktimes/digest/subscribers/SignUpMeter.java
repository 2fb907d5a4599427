package com.newgroktimes.digest.subscribers;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** {@code digest.signups}: what became of requests that anyone may make. */
@Component
class SignUpMeter {

    private final MeterRegistry meters;

    SignUpMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String outcome) {
        meters.counter("digest.signups", "outcome", outcome).increment();
    }
}
