package com.newgroktimes.digest.editions;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.editions.EditionHeadlines.Headline;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoriesCollected;
import com.newgroktimes.digest.stories.StoryChanged;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ServiceUnderTest;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;

/** What sources tell comes into open editions all at once, when they have been asked. */
@DigestTest
class CollectedTogetherTest {

    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void anOpenEditionHasThemWhenCollectingEnds() throws IOException {
        write("chips", "Chips hum");
        write("moths", "Moths are counted");
        stories.collect();
        editions.assemble("current");
        write("moths", "Moths are counted again");
        write("tides", "Tides turn");
        write("wells", "Wells are full");

        stories.collect();

        assertThat(headlines(1))
                .containsExactlyInAnyOrder("Chips hum", "Moths are counted again", "Tides turn", "Wells are full");
        assertThat(editions.get(1).state()).isEqualTo(EditionState.READY);
        assertThat(unsettled()).isZero();
    }

    @Test
    void whereCollectingWasCutShortTheNextOneGivesThemTheirPlace() {
        put("chips", TUESDAY);
        editions.assemble("current");
        long id = stories.find(url("chips")).orElseThrow().id();
        database.sql("update story set content = jsonb_set(content, '{headline}', '\"They stopped\"') where id = :id")
                .param("id", id)
                .update();
        transaction.executeWithoutResult(committed -> events.publishEvent(new StoryChanged(id, true)));

        events.publishEvent(new StoriesCollected());

        assertThat(headlines(1)).containsExactly("They stopped");
    }

    @Test
    void twoThatChangeTheirPlacesAreBothWhereTheyBelong() {
        put("last", TUESDAY.minusSeconds(7 * 86_400));
        put("current", TUESDAY);
        editions.assemble("last");
        editions.assemble("current");
        assertThat(headlines(1)).containsExactly(named("last").headline());

        retold("last", TUESDAY);
        retold("current", TUESDAY.minusSeconds(7 * 86_400));
        events.publishEvent(new StoriesCollected());

        List<String> all = List.of(named("last").headline(), named("current").headline());
        assertThat(editions.headlines(Editions.NEWEST, 100).stream()
                        .flatMap(edition -> edition.stories().stream())
                        .map(Headline::headline))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(headlines(2)).contains(named("last").headline());
    }

    /** As a source does that dates it otherwise. */
    private void retold(String name, Instant published) {
        long id = stories.find(url(name)).orElseThrow().id();
        transaction.executeWithoutResult(committed -> {
            database.sql("""
                            update story
                               set published_at = :at::timestamptz,
                                   content = jsonb_set(content, '{publishedAt}', to_jsonb(:at::text))
                             where id = :id
                            """).param("at", published.toString()).param("id", id).update();
            events.publishEvent(new StoryChanged(id, true));
        });
    }

    private void put(String name, Instant published) {
        stories.put(named(name).at(published).story(), "api");
    }

    private static String url(String name) {
        return named(name).story().url();
    }

    private static void write(String name, String headline) throws IOException {
        Files.writeString(
                ServiceUnderTest.STORIES.resolve(name + ".md"),
                "---\nheadline: %s\ntldr: In short.\npublishedAt: %s\n---\n".formatted(headline, TUESDAY));
    }

    private List<String> headlines(int edition) {
        return editions.get(edition).stories().stream()
                .map(story -> story.content().headline())
                .toList();
    }

    private int unsettled() {
        return database.sql("select count(*) from edition_unsettled")
                .query(Integer.class)
                .single();
    }
}
