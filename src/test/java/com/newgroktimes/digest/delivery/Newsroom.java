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
        stories.put(story("a-chip-cluster-wakes-up"), "test");
        stories.put(story("the-queue-at-the-docks"), "test");
        return editions.assemble("last").edition();
    }

    private static Story story(String name) {
        return new Story(
                "https://newgroktimes.example/" + name,
                "Technology",
                "The story of " + name,
                "What happened, in one sentence.",
                "Mainstream outlets tell it so.",
                "X argues about it so.",
                "<p>And this is the whole of it.</p>",
                "ADA WRITER",
                "Geneva",
                "en",
                Instant.parse("2026-11-18T09:30:00Z"),
                null,
                List.of(),
                List.of());
    }

    public void awaits(Edition edition, EditionState state) {
        eventually(
                "edition " + edition.number() + " is " + state + ", not " + editions.state(edition.number()),
                () -> editions.state(edition.number()) == state);
    }
}
