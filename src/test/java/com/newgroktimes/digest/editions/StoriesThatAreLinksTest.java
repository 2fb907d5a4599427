package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.EditionChange.StoryChange;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;

/** Of stories that are a link for every reader an edition is not made to carry what they say at length, and loses none of it. */
@DigestTest
class StoriesThatAreLinksTest {

    private static final int BLOCKS = 8;

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcClient database;

    /** The first ones are of Science, and one of World stands behind them all. */
    @BeforeEach
    void hasAnEditionOfTwelve() {
        IntStream.range(0, 11)
                .forEach(hour -> put(named("science-" + hour).at("2026-11-20T%02d:00:00Z".formatted(20 - hour))));
        put(named("world").in("World").at("2026-11-20T05:00:00Z"));
        editions.assemble("last");
    }

    @Test
    void thoseThatSomeReadersGetWithABlockAreWholeAndOthersAreHeads() {
        List<EditionStory> told = editions.get(1).stories();

        assertThat(told).hasSize(12);
        assertThat(told.subList(0, BLOCKS)).allMatch(StoriesThatAreLinksTest::isWhole);
        assertThat(told.subList(BLOCKS, 11)).noneMatch(StoriesThatAreLinksTest::isWhole);
        assertThat(told.get(11).content().url()).endsWith("/world");
        assertThat(isWhole(told.get(11))).isTrue();
    }

    @Test
    void whatNoReaderGetsIsNoPartOfTheContent() {
        String before = editions.get(1).contentHash();

        put(named("science-10").telling("Otherwise.", null).at("2026-11-20T10:00:00Z"));
        assertThat(editions.get(1).contentHash()).isEqualTo(before);
        put(named("science-0").telling("Otherwise.", null).at("2026-11-20T20:00:00Z"));
        assertThat(editions.get(1).contentHash()).isNotEqualTo(before);
    }

    @Test
    void oneThatMovesUpHasAllItSays() {
        movesUp("science-10");

        assertThat(isWhole(editions.get(1).stories().get(0))).isTrue();
    }

    @Test
    void andHasItAsItWasWhileTheEditionIsMended() {
        database.sql("update edition set state = 'PAUSED', frozen_at = now()").update();
        editions.revise(1);
        put(named("science-10").telling("Otherwise.", null).at("2026-11-20T10:00:00Z"));

        assertThat(editions.newVersions(editions.get(1)))
                .singleElement()
                .satisfies(version -> assertThat(version.differences())
                        .extracting(Difference::field)
                        .containsExactly("msmPerspective", "xPerspective"));
        movesUp("science-10");

        EditionStory moved = editions.get(1).stories().get(0);
        assertThat(isWhole(moved)).isTrue();
        assertThat(moved.content().msmPerspective()).isNotEqualTo("Otherwise.");
    }

    private void movesUp(String name) {
        editions.change(
                1,
                null,
                EditionChange.of(List.of(StoryChange.at(named(name).story().url(), 1))),
                "ana");
        assertThat(editions.get(1).stories().get(0).content().url()).endsWith("/" + name);
    }

    private static boolean isWhole(EditionStory story) {
        return story.content().bodyHtml() != null;
    }

    private void put(TestStory story) {
        stories.put(story.story(), "api");
    }
}
