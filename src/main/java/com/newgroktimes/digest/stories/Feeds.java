package com.newgroktimes.digest.stories;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.fetch.FetchFault;
import com.newgroktimes.digest.stories.FeedAsking.Asked;
import com.newgroktimes.digest.stories.FeedTable.Claimed;
import com.newgroktimes.digest.stories.FeedTable.Standing;
import com.newgroktimes.digest.stories.Stories.Collected;
import com.newgroktimes.digest.stories.StorySettings.FeedSource;

import static java.time.ZoneOffset.UTC;

/** The feeds of the settings, asked politely, and so that one that fails costs only its own stories. */
@Component
class Feeds {

    private static final Logger log = LoggerFactory.getLogger(Feeds.class);

    private static final int HOSTS_AT_ONCE = 8;
    /** After that the other feeds of a host wait for the next round, so that a slow one does not make all the others wait. */
    private static final Duration FOR_A_HOST = Duration.ofSeconds(45);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(UTC);

    private final StorySettings settings;
    private final FeedTable table;
    private final FeedLeases leases;
    private final SourceTable told;
    private final StoryPages pages;
    private final FeedAsking asking;
    private final Duration forAHost;

    @Autowired
    Feeds(
            StorySettings settings,
            FeedTable table,
            FeedLeases leases,
            SourceTable told,
            StoryPages pages,
            FeedAsking asking) {
        this(settings, table, leases, told, pages, asking, FOR_A_HOST);
    }

    Feeds(
            StorySettings settings,
            FeedTable table,
            FeedLeases leases,
            SourceTable told,
            StoryPages pages,
            FeedAsking asking,
            Duration forAHost) {
        this.settings = settings;
        this.table = table;
        this.leases = leases;
        this.told = told;
        this.pages = pages;
        this.asking = asking;
        this.forAHost = forAHost;
    }

    enum Hurry {
        /** Somebody waits: all that were not asked within the last minute, and did not ask for more. */
        NOW,
        WHEN_DUE
    }

    /** Hosts side by side, the feeds of a host one after the other. */
    Collected collect(Hurry hurry) {
        Map<String, List<FeedSource>> hosts = wanted(hurry).stream()
                .collect(Collectors.groupingBy(feed -> feed.url().host()));
        if (hosts.isEmpty()) {
            return Collected.NOTHING;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(HOSTS_AT_ONCE, hosts.size()));
        try {
            List<CompletableFuture<Collected>> asked = new ArrayList<>();
            hosts.values()
                    .forEach(feeds -> asked.add(CompletableFuture.supplyAsync(() -> collect(feeds, hurry), threads)));
            return asked.stream().map(CompletableFuture::join).reduce(Collected.NOTHING, Collected::and);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<FeedSource> wanted(Hurry hurry) {
        if (hurry == Hurry.NOW || settings.feeds().isEmpty()) {
            return settings.feeds();
        }
        Set<String> due = table.due(names());
        return settings.feeds().stream()
                .filter(feed -> due.contains(feed.url().toString()))
                .toList();
    }

    private Collected collect(List<FeedSource> feeds, Hurry hurry) {
        Duration waited = Duration.ZERO;
        Collected all = Collected.NOTHING;
        @Nullable FetchFault unreachable = null;
        for (FeedSource feed : feeds) {
            if (waited.compareTo(forAHost) > 0) {
                return all.and(late(feed));
            }
            Claimed state = table.claim(feed.url(), hurry == Hurry.WHEN_DUE).orElse(null);
            if (state == null && hurry == Hurry.NOW) {
                all = all.and(passedOver(feed));
            }
            if (state != null) {
                Asked asked = ask(feed, state, unreachable);
                unreachable = asked.unreachable();
                waited = waited.plus(asked.waited());
                all = all.and(asked.collected());
            }
        }
        return all;
    }

    /** What was wrong with it when it was asked the last time is wrong still. */
    private Collected passedOver(FeedSource feed) {
        String name = feed.url().toString();
        Standing standing = table.standings().get(name);
        String fault = standing == null ? null : fault(feed, standing);
        List<Trouble> troubles = fault == null
                ? told.collected(List.of(name))
                        .getOrDefault(name, Collected.NOTHING)
                        .troubles()
                : List.of(new Trouble(null, fault, true));
        return new Collected(0, 0, 0, troubles);
    }

    /** In rows of earlier versions it is a whole sentence. */
    private static @Nullable String fault(FeedSource feed, Standing standing) {
        String what = standing.fault();
        return what == null || what.startsWith("The feed ") ? what : feed.told(what);
    }

    /** @throws Problem where there is no such feed, or it is to be left alone */
    Collected ask(String name) {
        FeedSource feed = feed(name);
        Claimed state = table.claim(feed.url(), false).orElseThrow(() -> notNow(feed));
        return ask(feed, state, null).collected();
    }

    private Asked ask(FeedSource feed, Claimed state, @Nullable FetchFault unreachable) {
        try (FeedLeases.Lease held = leases.hold(feed.url(), state)) {
            return asking.ask(feed, state, unreachable);
        }
    }

    /** @throws Problem where there is no such feed, or it was not given up */
    void bringBack(String name) {
        FeedSource feed = feed(name);
        if (!table.bringBack(feed.url())) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "It was not given up",
                    feed.told("is asked as it is. Ask it now, if you do not want to wait."));
        }
    }

    private FeedSource feed(String name) {
        return settings.feeds().stream()
                .filter(feed -> feed.url().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND,
                        "No such feed",
                        "%s is none of digest.stories.feeds. GET /api/v1/sources lists them.".formatted(name)));
    }

    private Problem notNow(FeedSource feed) {
        String called = feed.name() == null ? feed.url().toString() : feed.name();
        Standing standing = table.standings().get(feed.url().toString());
        if (standing == null) {
            return leftAlone(feed, "is asked just now. Try again in a minute.").inWords("feed-asked", called);
        }
        if (standing.nextAt() == null) {
            return leftAlone(feed, "is asked no more, since it answered 410 Gone. Bring it back first.")
                    .inWords("feed-retired", called);
        }
        if (standing.inHand() != null) {
            return leftAlone(
                            feed,
                            "is being asked just now. Try again when that is done; where whoever asks it was cut short, from %s on."
                                    .formatted(MOMENT.format(standing.inHand())))
                    .inWords("feed-in-hand", called, standing.inHand());
        }
        if (standing.isLeftAlone()) {
            Instant until = Objects.requireNonNull(standing.waitUntil());
            return leftAlone(feed, "is left alone until %s, as its site asked us to.".formatted(MOMENT.format(until)))
                    .inWords("feed-waits", called, until);
        }
        return leftAlone(feed, "was asked less than a minute ago. Try again in a minute.")
                .inWords("feed-asked", called);
    }

    private static Problem leftAlone(FeedSource feed, String why) {
        return new Problem(Problem.Kind.CONFLICT, "The feed is left alone", feed.told(why));
    }

    private Collected late(FeedSource first) {
        String trouble = first.told(
                "and what else is asked of that host is left for later: its host made us wait over %d seconds for the others. Collect again, or wait until they are due."
                        .formatted(forAHost.toSeconds()));
        log.warn("{}", trouble);
        return new Collected(0, 0, 0, List.of(new Trouble(null, trouble, true)));
    }

    List<SourceHealth> health() {
        List<String> names = names();
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, Standing> standings = table.standings();
        Map<String, Collected> collected = told.collected(names);
        pages.faults(names)
                .forEach((feed, faults) -> collected.computeIfPresent(feed, (name, of) -> of.and(troubles(faults))));
        return settings.feeds().stream()
                .map(feed -> health(feed, standings, collected))
                .toList();
    }

    /** What pages did not tell is so until they are asked again, whatever the feed tells meanwhile. */
    private static Collected troubles(List<PageFault> faults) {
        return new Collected(0, 0, 0, faults.stream().map(PageFault::trouble).toList());
    }

    private List<String> names() {
        return settings.feeds().stream().map(feed -> feed.url().toString()).toList();
    }

    private static SourceHealth health(
            FeedSource feed, Map<String, Standing> standings, Map<String, Collected> collected) {
        String name = feed.url().toString();
        Standing standing = standings.get(name);
        return standing == null
                ? SourceHealth.unasked(SourceHealth.FEED, name, feed.name())
                : new SourceHealth(
                        SourceHealth.FEED,
                        name,
                        feed.name(),
                        standing.askedAt(),
                        collected.get(name),
                        fault(feed, standing),
                        standing.hint(),
                        standing.nextAt(),
                        standing.waitUntil(),
                        standing.movedTo());
    }
}
