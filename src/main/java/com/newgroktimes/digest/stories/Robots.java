package com.newgroktimes.digest.stories;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.fetch.DocumentRequest;
import com.newgroktimes.digest.platform.fetch.FetchFault;
import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.platform.fetch.Leave;
import com.newgroktimes.digest.platform.fetch.SiteAnswer;

/**
 * Whether sites let us read a page that nobody asked us to (RFC 9309). Feeds are another thing: an operator names each of them, and
 * they are there for programs.
 */
@Component
class Robots implements Leave {

    private static final int READ = 500 * 1024;
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_SITES = 1_000;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_OF_THE_SILENT = Duration.ofHours(1);

    private final GuardedFetch web;
    private final Clock clock;
    private final Map<String, Known> sites = new LinkedHashMap<>();

    Robots(GuardedFetch web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    /** @param silence why nothing is known of them; null where they are */
    private record Known(RobotsRules rules, @Nullable String silence, Instant until) {}

    @Override
    public Optional<String> refusal(URI page) {
        Known known = rulesFor(page);
        if (known.silence() != null) {
            return Optional.of(
                    "is left alone while its site cannot say whether programs may read it: " + known.silence());
        }
        String path = page.getRawPath() == null || page.getRawPath().isEmpty() ? "/" : page.getRawPath();
        return known.rules().allow(page.getRawQuery() == null ? path : path + "?" + page.getRawQuery())
                ? Optional.empty()
                : Optional.of(
                        "is kept from programs by the robots.txt of its site. Ask the site, or write the body by hand.");
    }

    private Known rulesFor(URI page) {
        String site = "%s://%s".formatted(page.getScheme(), page.getRawAuthority());
        Known known = known(site);
        if (known == null || known.until().isBefore(clock.instant())) {
            known = ask(URI.create(site + "/robots.txt"));
            keep(site, known);
        }
        return known;
    }

    private synchronized @Nullable Known known(String site) {
        return sites.get(site);
    }

    private synchronized void keep(String site, Known known) {
        sites.put(site, known);
        if (sites.size() > MOST_SITES) {
            sites.remove(sites.keySet().iterator().next());
        }
    }

    /** §2.3.1: where there is none, all may be read; where the site cannot say, nothing. */
    private Known ask(URI address) {
        try {
            SiteAnswer answer = web.ask(address, new DocumentRequest("text/plain, */*;q=0.1", MOST_BYTES));
            return answer.status() >= 500
                    ? silent("%s answered %d.".formatted(address, answer.status()))
                    : known(rules(answer));
        } catch (FetchFault fault) {
            return switch (fault.kind()) {
                case ROUNDABOUT -> known(RobotsRules.ALL);
                // The page itself is not asked either, and that is told in its own words.
                case CLOSED -> new Known(RobotsRules.ALL, null, clock.instant());
                case ANSWER, SILENCE, NO_SUCH_HOST, UNPROVEN, NO_LEAVE -> silent(fault.sentence());
            };
        }
    }

    private static RobotsRules rules(SiteAnswer answer) {
        if (answer.status() != 200) {
            return RobotsRules.ALL;
        }
        byte[] read = Arrays.copyOf(answer.body(), Math.min(READ, answer.body().length));
        return RobotsRules.of(new String(read, StandardCharsets.UTF_8), GuardedFetch.PRODUCT);
    }

    private Known silent(String why) {
        return new Known(RobotsRules.NOTHING, why, clock.instant().plus(KEPT_OF_THE_SILENT));
    }

    private Known known(RobotsRules rules) {
        return new Known(rules, null, clock.instant().plus(KEPT));
    }
}
