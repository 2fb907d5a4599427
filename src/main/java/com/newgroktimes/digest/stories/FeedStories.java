package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.fetch.SiteAnswer;
import com.newgroktimes.digest.stories.FeedReading.FeedItem;
import com.newgroktimes.digest.stories.LinkTargets.Targets;
import com.newgroktimes.digest.stories.StorySettings.FeedSource;

/** Takes the stories of a feed that was fetched. */
@Component
class FeedStories {

    /** Of how many it is looked up together what is known of them. */
    private static final int AT_ONCE = 100;

    private final Readings readings;
    private final FeedItems items;
    private final MovedLinks moved;
    private final Shelf shelf;
    private final Clock clock;

    FeedStories(Readings readings, FeedItems items, MovedLinks moved, Shelf shelf, Clock clock) {
        this.readings = readings;
        this.items = items;
        this.moved = moved;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** @throws com.newgroktimes.digest.platform.Problem where it is no feed */
    Collecting take(FeedSource feed, SiteAnswer answer) {
        FeedReading reading = readings.feed(answer.body(), answer.contentType(), answer.address());
        Collecting collecting = new Collecting(shelf);
        if (answer.brokenOff() == null) {
            reading.flaws().forEach(flaw -> collecting.trouble(about(feed, flaw.what())));
        } else {
            collecting.trouble(
                    feed.told(
                            "broke off its answer, and was read up to there. It is asked for all of it the next time; look at that site if it goes on."));
        }
        collecting.hint(FeedHint.of(reading, clock.instant()).orElse(null));
        List<FeedItem> told = withoutAmbiguousIds(reading.items());
        Set<String> links =
                told.stream().map(FeedStories::link).filter(Objects::nonNull).collect(Collectors.toSet());
        LinkBudget budget = new LinkBudget();
        for (int from = 0; from < told.size(); from += AT_ONCE) {
            take(feed, told.subList(from, Math.min(from + AT_ONCE, told.size())), links, from, budget, collecting);
        }
        collecting.endOf(List.of(feed.url().toString()));
        return collecting;
    }

    /** It tells none any more. */
    void letGo(FeedSource feed) {
        shelf.list(List.of(feed.url().toString()), List.of());
    }

    private void take(
            FeedSource feed,
            List<FeedItem> told,
            Set<String> links,
            int before,
            LinkBudget budget,
            Collecting collecting) {
        Map<String, String> kept = items.urls(
                feed.url(),
                told.stream()
                        .flatMap(item -> Stream.of(id(item), link(item)))
                        .filter(Objects::nonNull)
                        .toList());
        collecting.expect(Stream.concat(kept.values().stream(), told.stream().map(FeedStories::link))
                .filter(Objects::nonNull)
                .toList());
        List<FeedItem> some = told.stream()
                .map(item ->
                        MisleadingId.leads(item, kept, links, collecting) ? new FeedItem(null, item.reading()) : item)
                .toList();
        List<String> urls = urls(some, kept);
        Targets targets = moved.of(
                urls.stream().filter(url -> !collecting.knows(url)).distinct().toList(), urls, budget);
        Map<String, String> places = places(some, kept, targets.moved());
        if (!targets.unasked().isEmpty()) {
            collecting.note(about(
                    feed,
                    "%d new entries are taken as soon as it is known where their links lead."
                            .formatted(targets.unasked().size())));
        }
        int place = before;
        for (FeedItem item : some) {
            place++;
            String url = url(item, kept);
            if (url != null && targets.unasked().contains(url)) {
                continue;
            }
            String name = name(item, feed, place);
            collecting.take(name, () -> take(feed, item, kept, places, name, collecting));
        }
    }

    /** By id, where each entry is kept; new ones where their links lead. */
    private static Map<String, String> places(
            List<FeedItem> some, Map<String, String> kept, Map<String, String> targets) {
        Map<String, String> places = new HashMap<>(kept);
        for (FeedItem item : some) {
            String link = item.reading().story().url();
            String id = id(item);
            if (id != null && link != null && targets.containsKey(link)) {
                places.putIfAbsent(id, targets.get(link));
            }
        }
        return places;
    }

    private void take(
            FeedSource feed,
            FeedItem item,
            Map<String, String> kept,
            Map<String, String> places,
            String name,
            Collecting collecting) {
        Reading reading = item.reading();
        Story told = reading.whatIsThere().inSectionOr(feed.section());
        String id = id(item);
        boolean isNamed = item.id() != null || places.containsKey(id);
        collecting.taken(
                new Telling(
                        told.at(places.getOrDefault(id, told.url())),
                        reading.story().tldrProposed()),
                reading.flaws(),
                name,
                feed.url().toString(),
                story -> {
                    if (id != null && isNamed && !kept.containsKey(id)) {
                        items.keep(feed.url(), id, story);
                    }
                });
    }

    /** One without an id is known by its link, should that lead elsewhere. */
    private static @Nullable String id(FeedItem item) {
        return item.id() != null ? item.id() : link(item);
    }

    private static @Nullable String link(FeedItem item) {
        return item.reading().story().url();
    }

    private static List<String> urls(List<FeedItem> some, Map<String, String> kept) {
        return some.stream()
                .map(item -> url(item, kept))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String url(FeedItem item, Map<String, String> kept) {
        String id = id(item);
        String known = id == null ? null : kept.get(id);
        return known == null ? item.reading().story().url() : known;
    }

    /** Some feeds give the same id to all that they have: it would make one story of them. */
    private static List<FeedItem> withoutAmbiguousIds(List<FeedItem> items) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        items.stream()
                .map(FeedItem::id)
                .filter(Objects::nonNull)
                .filter(id -> !seen.add(id))
                .forEach(twice::add);
        return items.stream()
                .map(item -> twice.contains(item.id()) ? new FeedItem(null, item.reading()) : item)
                .toList();
    }

    private static String about(FeedSource feed, String sentence) {
        return "%s: %s".formatted(SourceHealth.subject(feed.name(), feed.url().toString()), sentence);
    }

    private static String name(FeedItem item, FeedSource feed, int place) {
        String url = item.reading().story().url();
        return url == null ? "%s, entry %d".formatted(feed.url(), place) : url;
    }
}
