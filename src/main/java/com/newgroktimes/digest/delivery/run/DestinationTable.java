package com.newgroktimes.digest.delivery.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.DeliverySettings.DestinationLimits;
import com.newgroktimes.digest.delivery.ledger.DestinationName;
import com.newgroktimes.digest.mail.MailOperators;

/**
 * Which destination a domain belongs to, and what each allows from the start. Providers count by who takes the mail, not by what
 * stands behind the @: a domain is its own destination only where its mail exchangers are nobody's whom others share, or are not known.
 */
@Component
public final class DestinationTable {

    private final Map<DestinationName, DestinationLimits> limits = new HashMap<>();
    private final Map<String, DestinationName> known = new HashMap<>();
    private final UnaryOperator<String> operators;

    @Autowired
    DestinationTable(DeliverySettings settings, MailOperators operators) {
        this(settings, operators::of);
    }

    DestinationTable(DeliverySettings settings, UnaryOperator<String> operators) {
        this.operators = operators;
        add(StartingLimits.ALL);
        add(settings.destinations());
    }

    /**
     * Of the same name, the later one counts; the domains of the earlier stay its own. An entry with the name of a domain of another means
     * that other: who writes gmail.com means google.com, which counts all mail that it takes.
     */
    private void add(List<DestinationLimits> destinations) {
        for (DestinationLimits destination : destinations) {
            DestinationName name = nameIn(destination);
            destination.domains().forEach(domain -> known.put(domain, name));
        }
        for (DestinationLimits destination : destinations) {
            DestinationName name = nameIn(destination);
            known.putIfAbsent(name.name(), name); // a domain of that name, whoever its operator is
            limits.put(name, destination);
        }
    }

    private DestinationName nameIn(DestinationLimits destination) {
        return known.getOrDefault(destination.name(), new DestinationName(destination.name()));
    }

    /** Never waits for the DNS: what is not known yet is the domain itself, and may be another one when asked again. */
    public DestinationName nameOf(String domain) {
        DestinationName name = known.get(domain);
        return name != null ? name : new DestinationName(operators.apply(domain));
    }

    /** Whether it is named here, so that it is not the domain of some customer of an operator. */
    boolean isListed(String domain) {
        return known.containsKey(domain);
    }

    /** How many messages it gets in a minute, by the settings; 0 is no limit. */
    public int perMinute(DestinationName name) {
        return limits.getOrDefault(name, DestinationLimits.none(name.name())).perMinute();
    }

    public boolean limitsAnyByTheMinute() {
        return limits.values().stream().anyMatch(limit -> limit.perMinute() > 0);
    }

    Destination destination(DestinationName name, LongSupplier nanos) {
        DestinationLimits limit = limits.getOrDefault(name, DestinationLimits.none(name.name()));
        return new Destination(name, limit.connections(), new RateLimit(limit.perMinute(), nanos));
    }
}
