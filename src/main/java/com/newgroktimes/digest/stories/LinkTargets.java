package com.newgroktimes.digest.stories;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.fetch.FetchFault;
import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.platform.fetch.Visit;

/** Asks links whether they have moved for good, or only count who passes. */
@Component
class LinkTargets {

    /** They redirect for the time being, and mean it for good. */
    private static final Set<String> COUNTERS = Set.of(
            "bit.ly",
            "buff.ly",
            "cutt.ly",
            "dlvr.it",
            "feeds.feedburner.com",
            "feedproxy.google.com",
            "goo.gl",
            "ift.tt",
            "is.gd",
            "lnkd.in",
            "ow.ly",
            "rb.gy",
            "t.co",
            "t.ly",
            "tinyurl.com",
            "trib.al",
            "youtu.be");

    private static final Set<Integer> NOT_THERE = Set.of(404, 410);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final GuardedFetch web;
    private final Set<String> counters;

    @Autowired
    LinkTargets(GuardedFetch web) {
        this(web, COUNTERS);
    }

    LinkTargets(GuardedFetch web, Set<String> counters) {
        this.web = web;
        this.counters = counters;
    }

    /**
     * What came of asking.
     *
     * @param moved   by link, where it leads for good; of those that stay where they are, of the many, and of those who say nothing in time, none
     * @param unasked those of counters that there was no time for: they lead elsewhere, and nobody knows where
     */
    record Targets(Map<String, String> moved, Set<String> unasked) {

        static final Targets NONE = new Targets(Map.of(), Set.of());
    }

    Targets of(List<String> links, LinkBudget budget) {
        Map<String, String> moved = new HashMap<>();
        Set<String> unasked = new TreeSet<>();
        Set<String> unreachable = new TreeSet<>();
        for (String link : links) {
            boolean counter = isCounter(link);
            if (counter ? budget.allowsCounter() : budget.allowsOther()) {
                target(link, unreachable).ifPresent(target -> moved.put(link, target));
            } else if (counter) {
                unasked.add(link);
            }
        }
        return new Targets(moved, unasked);
    }

    private Optional<String> target(String link, Set<String> unreachable) {
        try {
            URI address = new CanonicalUrl(link).uri();
            if (unreachable.contains(address.getHost())) {
                return Optional.empty();
            }
            Visit visit = web.visit(address, PATIENCE);
            return visit.status() >= 500 || NOT_THERE.contains(visit.status())
                    ? Optional.empty()
                    : moved(link, isCounter(link) ? visit.address() : visit.settled());
        } catch (FetchFault fault) {
            if (fault.isOfWholeHost()) {
                unreachable.add(fault.address().getHost());
            }
            return Optional.empty();
        } catch (NotAnAddress none) {
            return Optional.empty();
        }
    }

    /** A site's beginning is where it sends whoever asks for what is no more. */
    private static Optional<String> moved(String link, URI target) {
        try {
            String url = CanonicalUrl.of(target.toString()).value();
            return url.equals(link) || isBeginning(target) ? Optional.empty() : Optional.of(url);
        } catch (NotAnAddress none) {
            return Optional.empty();
        }
    }

    private static boolean isBeginning(URI address) {
        String path = address.getPath();
        return (path == null || path.isEmpty() || path.equals("/")) && address.getQuery() == null;
    }

    private boolean isCounter(String link) {
        try {
            String host = String.valueOf(new CanonicalUrl(link).uri().getHost());
            return counters.contains(host.toLowerCase(Locale.ROOT));
        } catch (NotAnAddress none) {
            return false;
        }
    }
}
