package com.newgroktimes.digest.operator;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.Readers;

/** A closed week with two stories, and readers for it. The clock of the tests stands in the week after: 2026-W48. */
public final class Week {

    public static final String WEEK = "2026-W47";

    private final Stories stories;
    private final Readers readers;

    public Week(Stories stories, Readers readers) {
        this.stories = stories;
        this.readers = readers;
    }

    public void hasStories() {
        stories.put(story("chips", "A chip cluster wakes up", "2026-11-17T09:30:00Z", null), "api");
        stories.put(story("docks", "The queue at the docks", "2026-11-18T09:30:00Z", null), "api");
    }

    /** As its source corrects the date of one: the older of the two, until then. */
    public void datesChips(String published) {
        stories.put(story("chips", "A chip cluster wakes up", published, null), "api");
    }

    public void hasAStoryOfTheOpenWeek() {
        stories.put(story("bridge", "The bridge that opens itself", "2026-11-24T09:30:00Z", null), "api");
    }

    /** Its picture has no alt text. */
    public void hasAStoryThatStops() {
        var picture = new Story.Image("https://news.example/picture.jpg", null);
        stories.put(story("tide", "The tide comes in", "2026-11-19T09:30:00Z", picture), "api");
    }

    public void hasReaders(String... addresses) {
        Stream.of(addresses).forEach(readers::confirmed);
    }

    private static Story story(String name, String headline, String published, Story.@Nullable Image image) {
        return new Story(
                "https://news.example/" + name,
                "Technology",
                headline,
                headline + ", and nobody had expected it.",
                "Outlets tell it calmly.",
                "X argues about it.",
                "<p>It happened on a Tuesday.</p>",
                "ANA WRITER",
                "Geneva",
                "en",
                Instant.parse(published),
                image,
                List.of(new Story.NewsSource(1, "https://wire.example/" + name, "Wire")),
                List.of());
    }
}
