package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.fetch.FetchFault;
import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.platform.fetch.SiteAnswer;
import com.newgroktimes.digest.platform.fetch.Validators;
import com.newgroktimes.digest.stories.FeedTable.Claimed;
import com.newgroktimes.digest.stories.FeedTable.Standing;
import com.newgroktimes.digest.stories.Stories.Collected;
import com.newgroktimes.digest.stories.StorySettings.FeedSource;

/** Asks the feeds of the settings: politely, and so that one that fails costs only its own stories. */
@Component
class Feeds {

    private static final Logger log = LoggerFactory.getLogger(Feeds.class);

    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int HOSTS_AT_ONCE = 8;
    private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 12;

    private final StorySettings settings;
    private final FeedTable table;
    private final SourceTable told;
    private final FeedStories stories;
    private final GuardedFetch web;
    private final Clock clock;

    Feeds(
            StorySettings settings,
            FeedTable table,
            SourceTable told,
            FeedStories stories,
            GuardedFetch web,
            Clock clock) {
        this.settings = settings;
        this.table = table;
        this.told = told;
        this.stories = stories;
        this.web = web;
        this.clock = clock;
    }

    enum Hurry {
        /** Somebody waits: all that were not asked within the last minute, and did not ask for more. */
        NOW,
        WHEN_DUE
    }

    /** Hosts side by side, the feeds of a host one after the other. */
    Collected collect(Hurry hurry) {
        if (settings.feeds().isEmpty()) {
            return Collected.NOTHING;
        }
        Map<String, List<FeedSource>> hosts = settings.feeds().stream()
                .collect(Collectors.groupingBy(feed -> feed.url().host()));
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(HOSTS_AT_ONCE, hosts.size()));
        try {
            List<CompletableFuture<Collected>> asked = new ArrayList<>();
            hosts.values()
                    .forEach(feeds -> asked.add(CompletableFuture.supplyAsync(() -> collect(feeds, hurry), threads)));
            return asked.stream().map(CompletableFuture::join).reduce(Collected.NOTHING, Collected::and);
        } finally {
            threads.shutdownNow();
        }
    }

    List<SourceHealth> health() {
        List<String> names =
                settings.feeds().stream().map(feed -> feed.url().toString()).toList();
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, Standing> standings = table.standings();
        Map<String, Collected> collected = told.collected(names);
        return names.stream()
                .map(name -> health(name, standings.get(name), collected.get(name)))
                .toList();
    }

    private static SourceHealth health(String name, @Nullable Standing standing, @Nullable Collected collected) {
        return standing == null
                ? new SourceHealth(SourceHealth.FEED, name, null, null, null, null, null)
                : new SourceHealth(
                        SourceHealth.FEED,
                        name,
                        standing.askedAt(),
                        collected,
                        standing.fault(),
                        standing.nextAt(),
                        standing.movedTo());
    }

    private Collected collect(List<FeedSource> feeds, Hurry hurry) {
        return feeds.stream().map(feed -> collect(feed, hurry)).reduce(Collected.NOTHING, Collected::and);
    }

    private Collected collect(FeedSource feed, Hurry hurry) {
        Optional<Claimed> claimed = table.claim(feed.url(), hurry == Hurry.WHEN_DUE);
        return claimed.map(state -> ask(feed, state)).orElse(Collected.NOTHING);
    }

    private Collected ask(FeedSource feed, Claimed state) {
        try {
            SiteAnswer answer = web.ask(state.address(), state.known(), ACCEPT, MOST_BYTES);
            return switch (answer.status()) {
                case 200 -> took(feed, state, answer);
                case 304 -> keep(feed, state, answer);
                case 410 -> retire(feed);
                default -> failed(feed, state, refused(feed, answer), answer.notBefore(clock.instant()));
            };
        } catch (FetchFault fault) {
            return failed(feed, state, "The feed %s: %s".formatted(feed.url(), fault.sentence()), Optional.empty());
        } catch (RuntimeException unexpected) {
            log.error("The feed {} was left out", feed.url(), unexpected);
            String fault = "The feed %s could not be taken; the service's log says why.".formatted(feed.url());
            return failed(feed, state, fault, Optional.empty());
        }
    }

    private Collected took(FeedSource feed, Claimed state, SiteAnswer answer) {
        try {
            return take(feed, answer);
        } catch (Problem noFeed) {
            String what = PageInstead.sentence(answer).orElse(noFeed.detail());
            return failed(feed, state, "The feed %s is none: %s".formatted(feed.url(), what), Optional.empty());
        }
    }

    /** What it is asked with next time is kept last: one cut short is told all again. */
    private Collected take(FeedSource feed, SiteAnswer answer) {
        Collecting collecting = stories.take(feed, answer);
        Collected collected = collecting.collected();
        told.keep(feed.url().toString(), collected);
        Validators validators = collecting.isWhole() ? answer.validators() : Validators.NONE;
        table.took(feed.url(), answer, validators, next(feed, 0));
        return collected;
    }

    private Collected keep(FeedSource feed, Claimed state, SiteAnswer answer) {
        table.took(feed.url(), answer, state.known(), next(feed, 0));
        return Collected.NOTHING;
    }

    private Collected retire(FeedSource feed) {
        String fault =
                "The feed %s answered 410 Gone. It will not come back: remove it from digest.stories.feeds, or give its new address."
                        .formatted(feed.url());
        table.retire(feed.url(), fault);
        return trouble(fault);
    }

    private Collected failed(FeedSource feed, Claimed state, String fault, Optional<Instant> asked) {
        Instant next = next(feed, state.failures() + 1);
        Instant wait = asked.orElse(null);
        table.failed(feed.url(), fault, wait == null || wait.isBefore(next) ? next : wait, wait);
        return trouble(fault);
    }

    private static String refused(FeedSource feed, SiteAnswer answer) {
        String advice = answer.status() >= 500 || answer.status() == 429
                ? "It is asked again later; look at that site if it goes on."
                : "See whether it is still there, and whether it lets programs read it.";
        return "The feed %s answered %d. %s"
                .formatted(
                        feed.url(),
                        answer.status(),
                        PageInstead.sentence(answer).orElse(advice));
    }

    private static Collected trouble(String fault) {
        log.warn("{}", fault);
        return new Collected(0, 0, 0, List.of(new Trouble(null, fault, true)));
    }

    /** Twice as long after each failure, up to a day. */
    private Instant next(FeedSource feed, int failures) {
        Duration backedOff = feed.interval().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration most = feed.interval().compareTo(LONGEST_BACK_OFF) > 0 ? feed.interval() : LONGEST_BACK_OFF;
        return clock.instant().plus(failures > 0 && backedOff.compareTo(most) > 0 ? most : backedOff);
    }
}
