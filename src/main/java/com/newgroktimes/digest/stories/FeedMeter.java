package com.newgroktimes.digest.stories;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.Stories.Collected;

/** {@code digest.feeds.asked}: what came of asking feeds, and how long it took; {@code digest.feeds.stories}: what they told. */
@Component
class FeedMeter {

    enum Outcome {
        /** It was read. */
        TAKEN,
        /** It has nothing new. */
        SAME,
        FAILED,
        /** It will not come back. */
        GONE
    }

    private final MeterRegistry meters;

    FeedMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void asked(Outcome outcome, Duration took) {
        meters.timer("digest.feeds.asked", "outcome", tag(outcome)).record(took);
    }

    void told(Collected collected) {
        meters.counter("digest.feeds.stories", "change", "added").increment(collected.added());
        meters.counter("digest.feeds.stories", "change", "changed").increment(collected.changed());
    }

    private static String tag(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> "taken";
            case SAME -> "same";
            case FAILED -> "failed";
            case GONE -> "gone";
        };
    }
}
