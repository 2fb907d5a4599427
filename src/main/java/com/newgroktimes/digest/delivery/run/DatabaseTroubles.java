package com.newgroktimes.digest.delivery.run;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** Tells on the editions of open runs what keeps their ledgers from being written, as far as that itself can be written down. */
@Component
final class LedgerTroubles {

    private final OpenRuns open;
    private final Brake brake;
    private final Set<Run> told = ConcurrentHashMap.newKeySet();

    LedgerTroubles(OpenRuns open, Brake brake) {
        this.open = open;
        this.brake = brake;
    }

    /** To be called every few seconds. */
    void tell() {
        Collection<Run> runs = open.all();
        told.retainAll(runs);
        for (Run run : runs) {
            run.writer()
                    .trouble()
                    .ifPresentOrElse(
                            trouble -> {
                                brake.meets(run.edition(), trouble);
                                told.add(run);
                            },
                            () -> goesOn(run));
        }
    }

    private void goesOn(Run run) {
        if (told.remove(run)) {
            brake.released(run.edition());
        }
    }
}
