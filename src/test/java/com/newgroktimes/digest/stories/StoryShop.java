package com.newgroktimes.digest.stories;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.platform.fetch.TestNames;
import com.newgroktimes.digest.stories.StorySettings.FeedSource;
import com.newgroktimes.digest.testing.SamplePublication;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.TestDatabase;

/** The package put together on a database of its own, without a service around it. */
final class StoryShop {

    final JdbcClient database;
    final MeterRegistry meters = new SimpleMeterRegistry();
    final SettableClock clock = new SettableClock();
    final List<Object> events = new ArrayList<>();
    private int deadAfter = Integer.MAX_VALUE;
    final Stories stories;
    final Sources sources;
    final Pictures pictures;
    final Readings readings;

    StoryShop(@Nullable Path folder) {
        this(new StorySettings(folder, false, List.of(), false, true));
    }

    /** One whose settings accept what is proposed. */
    static StoryShop accepting(Path folder) {
        return new StoryShop(new StorySettings(folder, true, List.of(), false, true));
    }

    /** One that collects from feeds, and asks no others than those of {@link TestNames}. */
    static StoryShop of(FeedSource... feeds) {
        return new StoryShop(new StorySettings(null, false, List.of(feeds), false, true));
    }

    /** One that asks new links where they lead; {@code site1.test} is there to count who passes. */
    static StoryShop resolving(FeedSource... feeds) {
        return new StoryShop(new StorySettings(null, false, List.of(feeds), true, true), TestNames.hasty());
    }

    /** One that collects from feeds, however long they take. */
    static StoryShop patient(FeedSource... feeds) {
        return new StoryShop(new StorySettings(null, false, List.of(feeds), false, true), TestNames.patient());
    }

    /** One that collects from feeds, and has less patience with them. */
    static StoryShop hasty(FeedSource... feeds) {
        return new StoryShop(new StorySettings(null, false, List.of(feeds), false, true), TestNames.hasty());
    }

    /** One that gives no host more than that time. */
    static StoryShop givingAHost(Duration time, FeedSource... feeds) {
        return new StoryShop(
                new StorySettings(null, false, List.of(feeds), false, true),
                TestNames.hasty(),
                JdbcClient.create(TestDatabase.fresh()),
                time);
    }

    private StoryShop(StorySettings settings) {
        this(settings, TestNames.fetch());
    }

    /** Another one, on the database of one before. */
    StoryShop(JdbcClient database, FeedSource... feeds) {
        this(new StorySettings(null, false, List.of(feeds), false, true), TestNames.patient(), database);
    }

    private StoryShop(StorySettings settings, GuardedFetch web) {
        this(settings, web, JdbcClient.create(TestDatabase.fresh()));
    }

    private StoryShop(StorySettings settings, GuardedFetch web, JdbcClient database) {
        this(settings, web, database, Duration.ofMinutes(1));
    }

    private StoryShop(StorySettings settings, GuardedFetch web, JdbcClient database, Duration forAHost) {
        this.database = database;
        JsonMapper json = new JsonMapper();
        Publication publication = SamplePublication.PUBLICATION;
        StoryTable table = new StoryTable(database, json, settings, clock);
        StoryTexts texts = new StoryTexts(publication, json);
        pictures = new Pictures(database, clock);
        readings = new Readings(texts, publication, json);
        Shelf shelf =
                new Shelf(table, new Tellings(database, json, clock), new Tellers(settings), pictures, this::told);
        SourceTable told = new SourceTable(database, json, clock);
        FeedTable feeds = new FeedTable(database, clock);
        StoryPages pages = new StoryPages(database, clock);
        sources = new Sources(
                settings,
                new StoryFolder(publication, texts, readings, pictures),
                new WatchedFolder(),
                told,
                shelf,
                new Feeds(
                        settings,
                        feeds,
                        new FeedLeases(feeds),
                        told,
                        pages,
                        new FeedAsking(
                                feeds,
                                told,
                                new FeedStories(
                                        readings,
                                        new FeedItems(database),
                                        new MovedLinks(settings, new LinkTargets(web, Set.of("site1.test"), clock)),
                                        shelf,
                                        clock),
                                new FullTexts(pages, new Robots(web, clock), new Articles(web, readings), shelf),
                                web,
                                new FeedMeter(meters),
                                clock),
                        forAHost),
                new FeedsInHand(feeds),
                collected -> {});
        stories = new Stories(table, new StoryHeadTable(database, settings), shelf, sources);
    }

    /** Ends in the midst of collecting, as a process does that is killed when it has kept so many stories. */
    void diesAfter(int stories) {
        deadAfter = stories;
    }

    void livesOn() {
        deadAfter = Integer.MAX_VALUE;
    }

    private void told(Object event) {
        events.add(event);
        if (events.size() >= deadAfter) {
            throw new AssertionError("cut");
        }
    }
}
