package com.newgroktimes.digest.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;

import static com.newgroktimes.digest.testing.Eventually.eventually;

/** A publication with a week's stories and many readers. */
public final class Newsroom {

    /** In the window that closed last when a test begins. */
    public static final Instant LAST_WEEK = Instant.parse("2026-11-18T09:30:00Z");

    private final Stories stories;
    private final Editions editions;
    private final JdbcClient database;

    public Newsroom(Stories stories, Editions editions, JdbcClient database) {
        this.stories = stories;
        this.editions = editions;
        this.database = database;
    }

    /** Straight into the table: confirming a thousand by mail would be another test. */
    public void hasReaders(int number) {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at, confirmed_at)
                        select 'reader' || n || '@example.org', 'CONFIRMED', 'test', :then, :then
                          from generate_series(1 + (select count(*) from subscriber), :number + (select count(*) from subscriber)) n
                        """)
                .param("number", number)
                .param("then", OffsetDateTime.parse("2026-11-24T14:02:00Z"))
                .update();
    }

    /** Of the last closed week. */
    public Edition hasAnEdition() {
        hasStories(LAST_WEEK);
        return editions.assemble("last").edition();
    }

    public void hasStories(Instant published) {
        stories.put(story("a-chip-cluster-wakes-up", published), "test");
        stories.put(story("the-queue-at-the-docks", published), "test");
    }

    private static Story story(String name, Instant published) {
        return new Story(
                "https://newgroktimes.example/" + published.getEpochSecond() + "/" + name,
                "Technology",
                "The story of " + name,
                "What happened, in one sentence.",
                "Mainstream outlets tell it so.",
                "X argues about it so.",
                "<p>And this is the whole of it.</p>",
                "ADA WRITER",
                "Geneva",
                "en",
                published,
                null,
                List.of(),
                List.of());
    }

    public void awaits(Edition edition, EditionState state) {
        eventually("edition " + edition.number() + " is " + state, () -> editions.state(edition.number()) == state);
    }
}
