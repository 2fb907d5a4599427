package com.newgroktimes.digest.subscribers;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * How often an inbox is mailed since somebody, who may be anybody, asked for it: over every door together, and under whichever of its
 * names.
 */
@Component
class InboxBudget {

    static final int A_DAY = 3;
    static final int IN_30_DAYS = 6;

    private static final Act[] COUNTED = Stream.concat(
                    Stream.of(Request.values()).map(Request::granted), Stream.of(Act.ASKED_TO_CONFIRM))
            .toArray(Act[]::new);

    private final EvidenceLog evidence;
    private final SignUpMeter meter;

    InboxBudget(EvidenceLog evidence, SignUpMeter meter) {
        this.evidence = evidence;
        this.meter = meter;
    }

    /** What is mailed for all of these counts together; an operator asks on behalf of nobody. */
    static Act[] counted() {
        return COUNTED.clone();
    }

    /**
     * Notes the request, as one that was granted or as one too many. Belongs under the inbox's lock. Nobody is granted everything, by
     * the same work.
     */
    boolean grants(long subscriber, Request request, String from) {
        return !granted(List.of(new Asker(subscriber, from)), request).isEmpty();
    }

    /** The same for several, no two of which are of one inbox; those that were granted it, in their order. */
    List<Long> granted(List<Asker> askers, Request request) {
        Set<Long> tooMany = evidence.noteRequests(askers, request, A_DAY, IN_30_DAYS);
        tooMany.forEach(subscriber -> meter.count("over-budget"));
        return askers.stream()
                .map(Asker::subscriber)
                .filter(subscriber -> !tooMany.contains(subscriber))
                .toList();
    }
}
