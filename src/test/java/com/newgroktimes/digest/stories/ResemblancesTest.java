package com.newgroktimes.digest.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ResemblancesTest {

    private static final Instant MOMENT = Instant.parse("2026-11-23T09:30:00Z");
    private static final String TLDR =
            "A heron has built her nest on the old harbour crane, and workers wait until spring.";

    private final StoryShop shop = new StoryShop(null);
    private final Resemblances resemblances =
            new Resemblances(new GistTable(shop.database, new JsonMapper(), shop.clock));

    @Test
    void aStoryThatTwoSitesTellInMuchTheSameWordsIsAPair() {
        StoredStory one = has("a", "Heron nests on harbour crane", TLDR, MOMENT, null);
        StoredStory two = has(
                "b",
                "Harbour crane stops for a heron",
                "Workers wait until spring: a héron built her nest on the crane of the harbour.",
                MOMENT.plus(Duration.ofDays(2)),
                null);
        has("c", "A choir looks for a bass", "Nobody sings that low at the harbour, and winter comes.", MOMENT, null);

        assertThat(resemblances.of(List.of(one))).singleElement().satisfies(found -> {
            assertThat(found.other()).isEqualTo(two.id());
            assertThat(found.percent()).isGreaterThanOrEqualTo(60);
            assertThat(found.sharesSource()).isFalse();
        });
        assertThat(resemblances.among(List.of(one.id(), two.id()))).hasSize(1);
    }

    @Test
    void fewerWordsAreEnoughWhereBothLeadToOneAddress() {
        StoredStory one = has("a", "Heron nests on harbour crane", TLDR, MOMENT, "https://wire.example/heron");
        has(
                "b",
                "Building stops for a heron",
                "The crane stands still; biologists count eggs each morning since Monday, and tourists bring cameras.",
                MOMENT,
                "https://wire.example/heron");
        has(
                "c",
                "Tide tables are out",
                "Printed again after three years, they cost as much as a loaf.",
                MOMENT,
                "https://wire.example/heron");

        assertThat(resemblances.of(List.of(one))).isEmpty();
        has(
                "d",
                "Harbour crane stops for a heron",
                "Biologists count eggs; the nest makes tourists bring cameras.",
                MOMENT,
                "https://wire.example/heron");

        assertThat(resemblances.of(List.of(one)))
                .singleElement()
                .satisfies(found -> assertThat(found.sharesSource()).isTrue());
    }

    @Test
    void whatIsToldMuchLaterOrWasWithdrawnIsNoPair() {
        StoredStory one = has("a", "Heron nests on harbour crane", TLDR, MOMENT, null);
        has("b", "Heron nests on harbour crane", TLDR, MOMENT.minus(Duration.ofDays(8)), null);
        shop.stories.withdraw(has("c", "Heron nests on harbour crane", TLDR, MOMENT, null));

        assertThat(resemblances.of(List.of(one))).isEmpty();
    }

    @Test
    void thoseThatSomebodyToldApartStayApart() {
        StoredStory one = has("a", "Heron nests on harbour crane", TLDR, MOMENT, null);
        StoredStory two = has("b", "Heron nests on harbour crane", TLDR, MOMENT, null);

        resemblances.tellApart(two, one, "ana");
        resemblances.tellApart(one, two, "ben");
        resemblances.tellApart(one, one, "ben");

        assertThat(resemblances.of(List.of(one, two))).isEmpty();
    }

    @Test
    void scriptsWithoutBlanksAreComparedToo() {
        StoredStory one = has("a", "港のクレーンにサギが巣を作る", "港の古いクレーンにサギが巣を作り、作業は春まで止まる。", MOMENT, null);
        has("b", "サギが港のクレーンに巣", "港の古いクレーンにサギが巣を作った。作業は春まで待つ。", MOMENT, null);

        assertThat(resemblances.of(List.of(one))).hasSize(1);
    }

    private StoredStory has(String name, String headline, String tldr, Instant moment, @Nullable String source) {
        return shop.stories
                .put(
                        new Story(
                                "https://news.example/" + name,
                                null,
                                headline,
                                tldr,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                moment,
                                null,
                                source == null ? List.of() : List.of(new Story.NewsSource(1, source, null)),
                                List.of()),
                        StoredStory.API)
                .story();
    }
}
