package com.newgroktimes.digest.stories;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.fetch.TestNames;
import com.newgroktimes.digest.stories.StorySettings.FeedSource;
import com.newgroktimes.digest.testing.SamplePublication;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.TestDatabase;

/** The package put together on a database of its own, without a service around it. */
final class StoryShop {

    final JdbcClient database;
    final SettableClock clock = new SettableClock();
    final List<Object> events = new ArrayList<>();
    final Stories stories;
    final Sources sources;
    final Pictures pictures;
    final Readings readings;

    StoryShop(@Nullable Path folder) {
        this(new StorySettings(folder, false, List.of()));
    }

    /** One whose settings accept what is proposed. */
    static StoryShop accepting(Path folder) {
        return new StoryShop(new StorySettings(folder, true, List.of()));
    }

    /** One that collects from feeds, and asks no others than those of {@link TestNames}. */
    static StoryShop of(FeedSource... feeds) {
        return new StoryShop(new StorySettings(null, false, List.of(feeds)));
    }

    private StoryShop(StorySettings settings) {
        database = JdbcClient.create(TestDatabase.fresh());
        JsonMapper json = new JsonMapper();
        Publication publication = SamplePublication.PUBLICATION;
        StoryTable table = new StoryTable(database, json, settings, clock);
        StoryTexts texts = new StoryTexts(publication, json);
        pictures = new Pictures(database, clock);
        readings = new Readings(texts, publication, json);
        Shelf shelf = new Shelf(table, new Tellings(database, json, clock), pictures, events::add);
        SourceTable told = new SourceTable(database, json, clock);
        sources = new Sources(
                settings,
                new StoryFolder(publication, texts, readings, pictures),
                told,
                shelf,
                new Feeds(
                        settings,
                        new FeedTable(database, clock),
                        told,
                        new FeedStories(readings, new FeedItems(database), shelf),
                        TestNames.fetch(),
                        clock));
        stories = new Stories(table, shelf, sources);
    }
}
