package com.newgroktimes.digest.delivery.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.DestinationBrake;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.Kind;
import com.newgroktimes.digest.delivery.ledger.DestinationName;

/**
 * Which destination each domain of a run belongs to: as the table says, but for those that are left alone by themselves, and those of
 * which nobody but an earlier attempt knows it. Not for two threads.
 */
final class DestinationNames {

    private final DestinationTable table;
    private final Map<String, DestinationName> heldBefore = new HashMap<>();
    private final Set<String> onTheirOwn = new HashSet<>();

    DestinationNames(DestinationTable table) {
        this.table = table;
    }

    /** What an earlier attempt found out says what it belonged to then. */
    void goOn(DestinationBrake brake) {
        heldBefore.put(brake.domain(), brake.destination());
        if (brake.kind() == Kind.ASIDE && brake.destination().is(brake.domain())) {
            onTheirOwn.add(brake.domain());
        }
    }

    /** As far as that is known now. */
    DestinationName of(String domain) {
        if (onTheirOwn.contains(domain)) {
            return new DestinationName(domain);
        }
        DestinationName name = table.nameOf(domain);
        return name.is(domain) ? heldBefore.getOrDefault(domain, name) : name;
    }

    /** Whether it may have a rule of its own, whoever takes its mail. */
    boolean mayStandAlone(String domain) {
        return !table.isListed(domain);
    }

    void setApart(String domain) {
        onTheirOwn.add(domain);
    }
}
