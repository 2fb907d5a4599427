package com.newgroktimes.digest.editions;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.WorkAtStart;

/** Templates and settings may have become others while the service was down. */
@Component
class RecheckAtStart {

    private final Assembly assembly;
    private final Recheck recheck;
    private final WorkAtStart start;

    RecheckAtStart(Assembly assembly, Recheck recheck, WorkAtStart start) {
        this.assembly = assembly;
        this.recheck = recheck;
        this.start = start;
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        start.once("The check of editions that are not sent yet", () -> {
            assembly.refillOpen();
            recheck.allThatAreStale();
        });
    }
}
