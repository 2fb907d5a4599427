package com.newgroktimes.digest.delivery.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.delivery.ledger.Serving;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.RenderedVariant;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;

import static com.newgroktimes.digest.testing.SampleStories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DigestTest
@ExtendWith(OutputCaptureExtension.class)
class VariantsTest {

    /** Of the edition, beside Technology. */
    private static final int SECTIONS = 35;

    private static final Variant ALL = new Variant("en", "html", List.of());
    private static final Variant ALL_AS_TEXT = new Variant("en", "text", List.of());

    @Autowired
    Variants variants;

    @Autowired
    Editions editions;

    @Autowired
    Stories stories;

    @Autowired
    JdbcClient database;

    Newsroom newsroom;
    Edition edition;

    @BeforeEach
    void anEditionIsApproved() {
        newsroom = new Newsroom(stories, editions, database);
        for (int section = 1; section <= SECTIONS; section++) {
            stories.put(
                    story("Section " + section, "What happened in section " + section)
                            .build(),
                    "test");
        }
        edition = newsroom.hasAnEdition();
        editions.move(edition.number(), EnumSet.of(EditionState.READY), EditionState.PREPARING, null);
    }

    @Test
    void wantedIsWhatSomebodyReadsAndNothingMore() {
        newsroom.hasReaders(2);
        reads(2, "html", "Technology");

        assertThat(variants.wanted(edition)).containsExactlyInAnyOrder(ALL, of("html", "Technology"));
    }

    @Test
    void whereThereAreMoreSetsOfSectionsThanFitTheRestGetAPartOfTheirsInTheirFormat(CapturedOutput output) {
        newsroom.hasReaders(70);
        for (int reader = 1; reader <= 35; reader++) {
            reads(reader, "html", "Technology", "Section " + reader);
            reads(reader + 35, "text", "Technology", "Section " + reader);
        }

        render();
        Map<Long, Long> perServing = served().values().stream()
                .collect(Collectors.groupingBy(
                        variant -> (long) variant.sections().size(), Collectors.counting()));

        assertThat(editions.rendered(edition.number())).hasSizeLessThanOrEqualTo(32);
        assertThat(perServing).containsOnlyKeys(1L, 2L);
        assertThat(served()).allSatisfy((serving, variant) -> {
            assertThat(variant.format()).isEqualTo(serving.taste().format());
            assertThat(serving.taste().sections()).containsAll(variant.sections());
        });
        assertThat(output).contains("get a part of it", "Section 35");
    }

    @Test
    void whereNotEvenPartsFitTheRestGetAllSections() {
        newsroom.hasReaders(SECTIONS);
        for (int reader = 1; reader <= SECTIONS; reader++) {
            reads(reader, "html", "Section " + reader);
        }

        render();

        assertThat(editions.rendered(edition.number()))
                .hasSize(32)
                .extracting(RenderedVariant::variant)
                .contains(ALL);
        assertThat(served().values()).filteredOn(ALL::equals).hasSize(SECTIONS - 31);
    }

    @Test
    void setsOfSectionsThatTakeTheSameStoriesAreRenderedOnce() {
        newsroom.hasReaders(3);
        reads(1, "html", "Technology");
        reads(2, "html", "Sport", "Technology");
        reads(3, "html", "Technology", "Weather");

        assertThat(variants.wanted(edition)).containsExactly(of("html", "Technology"));
    }

    @Test
    void whoReadsEverySectionOfTheEditionGetsAllOfIt() {
        newsroom.hasReaders(1);
        reads(
                1,
                "html",
                IntStream.rangeClosed(0, SECTIONS)
                        .mapToObj(section -> section == 0 ? "Technology" : "Section " + section)
                        .toArray(String[]::new));

        assertThat(variants.wanted(edition)).containsExactly(ALL);
    }

    @Test
    void fortySetsOfSectionsOverTenThousandReadersBringNobodyAStoryTheyLeftOut() {
        newsroom.hasReaders(10_000);
        database.sql("""
                        update subscriber s
                           set sections = (select array_agg('Section ' || n order by n) || case when wanted.k >= 31 then array['Absent ' || wanted.k] else '{}' end
                                             from generate_series(1, 5) n
                                            where (1 + wanted.k % 31) & (1 << (n - 1)) <> 0)
                          from (select id, (id % 40)::int as k from subscriber) wanted
                         where wanted.id = s.id
                        """).update();
        render();

        assertThat(editions.rendered(edition.number())).hasSizeLessThanOrEqualTo(32);
        assertThat(served())
                .hasSize(40)
                .allSatisfy((serving, variant) -> assertThat(storiesOf(variant.sections()))
                        .isEqualTo(storiesOf(serving.taste().sections())));
    }

    @Test
    void fortySetsThatAllTakeOtherStoriesBringNobodyAStoryTheyLeftOutEither() {
        newsroom.hasReaders(10_000);
        database.sql("""
                        update subscriber s
                           set sections = (select array_agg('Section ' || n order by n)
                                             from generate_series(1, 6) n
                                            where (1 + s.id % 40) & (1 << (n - 1)) <> 0)
                        """).update();
        render();

        assertThat(editions.rendered(edition.number())).hasSizeLessThanOrEqualTo(32);
        assertThat(served()).hasSize(40).allSatisfy((serving, variant) -> {
            assertThat(variant.sections()).isNotEmpty();
            assertThat(storiesOf(serving.taste().sections())).containsAll(storiesOf(variant.sections()));
        });
    }

    private List<String> storiesOf(List<String> sections) {
        return edition.stories().stream()
                .filter(story -> story.isFor(sections))
                .map(story -> story.content().headline())
                .toList();
    }

    @Test
    void aSetOfSectionsThatCameUpSinceRenderingGetsAllSections(CapturedOutput output) {
        newsroom.hasReaders(3);
        render();

        reads(3, "html", "Technology");

        assertThat(served().values()).containsOnly(ALL);
        assertThat(output).contains("all sections", "[Technology]");
    }

    @Test
    void readersWhoChangeTheirMindsAgainAndAgainAreNotWaitedForForEver() {
        newsroom.hasReaders(1);
        render();
        List<List<Serving>> turns = new ArrayList<>();

        assertThatThrownBy(() -> variants.serve(edition, servings -> {
                    turns.add(servings);
                    return false;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("changed what they want 20 times");
        assertThat(turns).hasSize(20);
    }

    @Test
    void theyAreServedAnewUntilNobodyHasChangedTheirMind() {
        newsroom.hasReaders(1);
        render();
        List<List<Serving>> turns = new ArrayList<>();

        variants.serve(edition, servings -> {
            turns.add(servings);
            reads(1, "text", "Technology");
            return turns.size() == 2;
        });

        assertThat(turns)
                .extracting(servings -> servings.get(0).taste().format())
                .containsExactly("html", "text");
    }

    @Test
    void aFormatThatCameUpSinceRenderingIsRenderedNow() {
        newsroom.hasReaders(3);
        reads(1, "html", "Technology");
        reads(2, "html", "Technology");
        reads(3, "html", "Technology");
        render();

        reads(2, "text", "Technology");
        reads(3, "html", "Technology", "Section 1");

        assertThat(served()).hasSize(3);
        assertThat(served().values()).containsExactlyInAnyOrder(of("html", "Technology"), ALL_AS_TEXT, ALL);
    }

    private void render() {
        editions.render(edition.number(), variants.wanted(edition));
    }

    /** By what they asked for. */
    private Map<Serving, Variant> served() {
        List<Serving> servings = variants.servings(edition);
        Map<Integer, Variant> rendered = editions.rendered(edition.number()).stream()
                .collect(Collectors.toMap(RenderedVariant::id, RenderedVariant::variant));
        return servings.stream()
                .collect(Collectors.toMap(serving -> serving, serving -> rendered.get(serving.variant())));
    }

    private static Variant of(String format, String... sections) {
        return new Variant("en", format, List.of(sections));
    }

    private void reads(int reader, String format, String... sections) {
        database.sql("update subscriber set format = :format, sections = :sections where address = :address")
                .param("format", format)
                .param("sections", sections)
                .param("address", "reader" + reader + "@example.org")
                .update();
    }
}
