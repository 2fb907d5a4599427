package com.newgroktimes.digest.delivery.run;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** The runs that this process owns. */
@Component
final class OpenRuns {

    private final Map<Integer, Run> byEdition = new ConcurrentHashMap<>();

    void add(Run run) {
        byEdition.put(run.edition(), run);
    }

    void remove(Run run) {
        byEdition.remove(run.edition(), run);
    }

    Run of(int edition) {
        Run run = byEdition.get(edition);
        if (run == null) {
            throw new IllegalStateException(
                    "Edition %d is not sent by this process: its job is started by its run alone.".formatted(edition));
        }
        return run;
    }

    Collection<Run> all() {
        return byEdition.values();
    }
}
