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
    private static final int MOST = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration AT_MOST = Duration.ofSeconds(8);

    private final GuardedFetch web;

    LinkTargets(GuardedFetch web) {
        this.web = web;
    }

    /** By link, where it leads for good; of those that stay where they are, of the many, and of those who say nothing in time, none. */
    Map<String, String> of(List<String> links) {
        Map<String, String> targets = new HashMap<>();
        Set<String> unreachable = new TreeSet<>();
        long until = System.nanoTime() + AT_MOST.toNanos();
        for (String link : links.subList(0, Math.min(MOST, links.size()))) {
            if (System.nanoTime() - until < 0) {
                target(link, unreachable).ifPresent(target -> targets.put(link, target));
            }
        }
        return targets;
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
                    : moved(link, isCounter(address) ? visit.address() : visit.settled());
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

    private static boolean isCounter(URI address) {
        return COUNTERS.contains(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT));
    }
}
