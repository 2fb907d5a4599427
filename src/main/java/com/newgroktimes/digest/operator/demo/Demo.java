package com.newgroktimes.digest.operator.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.platform.Problem;

/** What happens before the visitor's eyes. Each step looks first at what is there: a start after a start mails nobody twice. */
final class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    private final SampleWeeks weeks;
    private final DemoReaders readers;
    private final DemoEditions editions;
    private final Signposts signposts;

    Demo(SampleWeeks weeks, DemoReaders readers, DemoEditions editions, Signposts signposts) {
        this.weeks = weeks;
        this.readers = readers;
        this.editions = editions;
        this.signposts = signposts;
    }

    /** On a thread of its own: durable tasks, for which it waits, begin only when the service is ready. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        new Thread(this::run, "demo").start();
    }

    /** Whatever came in between, a visitor is told how to get in: to see it, and to go on. */
    void run() {
        live();
        log.info(signposts.text(editions.ready()));
    }

    private void live() {
        try {
            begun();
        } catch (Problem problem) {
            log.error("{}. {}", problem.title(), problem.detail());
        } catch (RuntimeException e) {
            log.error("The demonstration ended early. Start again: it goes on from where it was.", e);
        }
    }

    private void begun() {
        if (editions.none()) {
            weeks.collect();
        }
        readers.join();
        Edition first = editions.firstOneSent(weeks.oldestOpens());
        editions.assembleAfter(first);
    }
}
