package com.newgroktimes.digest.stories;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
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
    private final SilentCounters silent;

    @Autowired
    LinkTargets(GuardedFetch web, Clock clock) {
        this(web, COUNTERS, clock);
    }

    LinkTargets(GuardedFetch web, Set<String> counters, Clock clock) {
        this.web = web;
        this.counters = counters;
        this.silent = new SilentCounters(clock);
    }

    /**
     * What came of asking.
     *
     * @param moved   by link, where it leads for good; of those that stay where they are, of the many, and of those who say nothing in time, none
     * @param unasked those of counters that there was no time for, or that could not say: they lead elsewhere, and nobody knows where
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
                Target target = target(link, unreachable);
                if (counter && !target.isKnown() && silent.mayWait(link)) {
                    unasked.add(link);
                } else if (target.url() != null) {
                    silent.hasAnswered(link);
                    moved.put(link, target.url());
                }
            } else if (counter) {
                unasked.add(link);
            }
        }
        return new Targets(moved, unasked);
    }

    /**
     * What a link said.
     *
     * @param url     null where it stays where it is
     * @param isKnown whether that was to be learned
     */
    private record Target(@Nullable String url, boolean isKnown) {

        static final Target ITSELF = new Target(null, true);
        static final Target UNKNOWN = new Target(null, false);
    }

    private Target target(String link, Set<String> unreachable) {
        try {
            URI address = new CanonicalUrl(link).uri();
            if (unreachable.contains(address.getHost())) {
                return Target.UNKNOWN;
            }
            Visit visit = web.visit(address, PATIENCE);
            if (NOT_THERE.contains(visit.status())) {
                return Target.ITSELF;
            }
            if (isCounter(link)) {
                return counted(link, visit.address(), mayBeBusy(visit.status()));
            }
            return visit.status() >= 500 ? Target.UNKNOWN : moved(link, visit.settled());
        } catch (FetchFault fault) {
            if (fault.isOfWholeHost()) {
                unreachable.add(fault.address().getHost());
            }
            return isCounter(link) ? unanswered(link, fault) : Target.ITSELF;
        } catch (NotAnAddress none) {
            return Target.ITSELF;
        }
    }

    /** Where a counter led is told by it, whatever became of that; only it itself may say so later. */
    private Target counted(String link, URI end, boolean isBusy) {
        return isBusy && isCounter(end.toString()) ? Target.UNKNOWN : moved(link, end);
    }

    private Target unanswered(String link, FetchFault fault) {
        return switch (fault.kind()) {
            case SILENCE -> counted(link, fault.address(), true);
            case NO_SUCH_HOST -> isCounter(fault.address().toString()) ? Target.UNKNOWN : Target.ITSELF;
            case ANSWER, UNPROVEN, ROUNDABOUT, CLOSED, NO_LEAVE -> Target.ITSELF;
        };
    }

    private static boolean mayBeBusy(int status) {
        return status >= 500 || status == 429;
    }

    /** A site's beginning is where it sends whoever asks for what is no more. */
    private static Target moved(String link, URI target) {
        try {
            String url = CanonicalUrl.of(target.toString()).value();
            return url.equals(link) || isBeginning(target) ? Target.ITSELF : new Target(url, true);
        } catch (NotAnAddress none) {
            return Target.ITSELF;
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
