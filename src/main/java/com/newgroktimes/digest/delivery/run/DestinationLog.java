package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.delivery.ledger.DestinationName;
import com.newgroktimes.digest.platform.OnceAMinute;

/**
 * What the log says of destinations that ask for less. Where a relay asks it for all of them, they are as many as there are domains: each
 * thing is said of the first few, and then of one a minute. Not for two threads.
 */
final class DestinationLog {

    private static final Logger log = LoggerFactory.getLogger(DestinationLog.class);
    private static final int FIRST = 20;

    private final Sentence slowed;
    private final Sentence quiet;
    private final Sentence aside;
    private final Sentence free;

    DestinationLog(LongSupplier nanos) {
        this.slowed = new Sentence(nanos);
        this.quiet = new Sentence(nanos);
        this.aside = new Sentence(nanos);
        this.free = new Sentence(nanos);
    }

    void isSlowed(DestinationName name, String reply) {
        slowed.say("%s asks for patience and is slowed down: %s".formatted(name, reply));
    }

    void isQuiet(DestinationName name, Duration howLong, String reply) {
        quiet.say("%s gets nothing for %d minutes, and then over one connection more at a time: %s"
                .formatted(name, howLong.toMinutes(), reply));
    }

    void isAside(DestinationName name, Duration howLong, String reply) {
        aside.say("%s refuses us and gets nothing for %d minutes: %s".formatted(name, howLong.toMinutes(), reply));
    }

    void isFree(DestinationName name) {
        free.say("%s takes messages as fast as all others again.".formatted(name));
    }

    private static final class Sentence {

        private final OnceAMinute ofOthers;
        private int said;

        Sentence(LongSupplier nanos) {
            this.ofOthers = new OnceAMinute(nanos);
        }

        void say(String line) {
            if (said < FIRST) {
                said++;
                log.info(line);
            } else {
                ofOthers.comesUp().ifPresent(untold -> log.info(line + OnceAMinute.more(untold)));
            }
        }
    }
}
