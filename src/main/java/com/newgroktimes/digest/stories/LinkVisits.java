package com.newgroktimes.digest.stories;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.fetch.FetchFault;
import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.platform.fetch.Visit;
import com.newgroktimes.digest.stories.LinkAnswer.Outcome;

/** Goes where one link leads, and says how that went. */
@Component
class LinkVisits {

    private static final Logger log = LoggerFactory.getLogger(LinkVisits.class);

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final int MOST_REDIRECTS = 2;
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Pattern SAMPLE = Pattern.compile("(^|\\.)example(\\.com|\\.net|\\.org)?\\.?$");

    private final GuardedFetch web;
    private final Clock clock;

    LinkVisits(GuardedFetch web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    /** Nothing where there is nobody to ask. */
    Optional<URI> address(String url) {
        try {
            return Optional.of(WebAddress.parse(url).uri())
                    .filter(address -> address.getHost() != null)
                    .filter(address -> !SAMPLE.matcher(address.getHost()).find());
        } catch (NotAnAddress e) {
            return Optional.empty();
        }
    }

    /** @param isOfWholeHost whether its host is out of reach, and not another one that it leads to */
    record Visited(LinkAnswer answer, boolean isOfWholeHost) {}

    Visited pay(String url, Duration most) {
        URI address = address(url).orElseThrow();
        try {
            Visit visit = web.visit(address, most.compareTo(PATIENCE) < 0 ? most : PATIENCE);
            return new Visited(new LinkAnswer(url, outcome(visit), visit.status(), clock.instant()), false);
        } catch (FetchFault e) {
            return new Visited(
                    new LinkAnswer(url, outcome(e), 0, clock.instant()),
                    e.isOfWholeHost() && address.getHost().equals(e.address().getHost()));
        } catch (RuntimeException | LinkageError | VirtualMachineError unexpected) {
            log.error("The link {} was not followed", url, unexpected);
            return new Visited(new LinkAnswer(url, Outcome.UNTOLD, 0, clock.instant()), false);
        }
    }

    private static Outcome outcome(Visit visit) {
        if (visit.status() >= 300) {
            return GONE.contains(visit.status()) ? Outcome.GONE : Outcome.UNTOLD;
        }
        if (visit.redirects() > MOST_REDIRECTS) {
            return Outcome.ROUNDABOUT;
        }
        return visit.took().compareTo(SLOW) > 0 ? Outcome.SLOW : Outcome.FINE;
    }

    private static Outcome outcome(FetchFault fault) {
        return switch (fault.kind()) {
            case NO_SUCH_HOST -> Outcome.NO_HOST;
            case UNPROVEN -> Outcome.UNPROVEN;
            case ROUNDABOUT -> Outcome.ROUNDABOUT;
            case CLOSED -> Outcome.CLOSED;
            case ANSWER, NO_LEAVE -> Outcome.UNTOLD;
            case SILENCE -> Outcome.SILENT;
        };
    }
}
