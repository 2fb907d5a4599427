package com.newgroktimes.digest.stories;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.fetch.SiteAnswer;
import com.newgroktimes.digest.stories.FeedReading.FeedItem;
import com.newgroktimes.digest.stories.StorySettings.FeedSource;

/** Takes the stories of a feed that was fetched. */
@Component
class FeedStories {

    private final Readings readings;
    private final FeedItems items;
    private final Shelf shelf;

    FeedStories(Readings readings, FeedItems items, Shelf shelf) {
        this.readings = readings;
        this.items = items;
        this.shelf = shelf;
    }

    /** @throws com.newgroktimes.digest.platform.Problem where it is no feed */
    Collecting take(FeedSource feed, SiteAnswer answer) {
        FeedReading reading = readings.feed(answer.body(), answer.contentType(), answer.address());
        Collecting collecting = new Collecting(shelf);
        reading.flaws().forEach(flaw -> collecting.note("The feed %s: %s".formatted(feed.url(), flaw.what())));
        Set<String> ambiguous = ambiguous(reading.items());
        int place = 0;
        for (FeedItem item : reading.items()) {
            place++;
            String name = name(item, feed, place);
            Optional<String> id = Optional.ofNullable(item.id()).filter(given -> !ambiguous.contains(given));
            collecting.take(name, () -> take(feed, item, id, name, collecting));
        }
        return collecting;
    }

    private void take(FeedSource feed, FeedItem item, Optional<String> id, String name, Collecting collecting) {
        Reading reading = item.reading();
        Story told = reading.whatIsThere().inSectionOr(feed.section());
        Story story =
                id.flatMap(given -> items.url(feed.url(), given)).map(told::at).orElse(told);
        collecting
                .taken(
                        new Telling(story, reading.story().tldrProposed()),
                        reading.flaws(),
                        name,
                        feed.url().toString())
                .ifPresent(kept -> id.ifPresent(given -> items.keep(feed.url(), given, kept.id())));
    }

    /** Some feeds give the same id to all that they have: it would make one story of them. */
    private static Set<String> ambiguous(List<FeedItem> items) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        items.stream()
                .map(FeedItem::id)
                .filter(Objects::nonNull)
                .filter(id -> !seen.add(id))
                .forEach(twice::add);
        return twice;
    }

    private static String name(FeedItem item, FeedSource feed, int place) {
        String url = item.reading().story().url();
        return url == null ? "%s, entry %d".formatted(feed.url(), place) : url;
    }
}
