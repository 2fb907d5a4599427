package com.newgroktimes.digest.delivery.run;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** The runs that this process owns. None goes on once the process is about to end, one that was just being begun neither. */
@Component
final class OpenRuns {

    private final Map<Integer, Run> byEdition = new ConcurrentHashMap<>();
    private volatile boolean shut;

    void add(Run run) {
        byEdition.put(run.edition(), run);
        if (shut) {
            run.gate().shut();
        }
    }

    void open() {
        shut = false;
    }

    void shut() {
        shut = true;
        byEdition.values().forEach(run -> run.gate().shut());
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
