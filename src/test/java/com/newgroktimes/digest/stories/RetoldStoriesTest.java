package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Sha256;
import com.newgroktimes.digest.stories.Stories.Collected;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** One file, told again and again, and hands that change what it told. */
class RetoldStoriesTest {

    private static final String URL = "https://newgroktimes.example/chips";

    @TempDir
    private Path folder;

    private StoryShop shop;

    @BeforeEach
    void open() {
        shop = new StoryShop(folder);
        tell("headline: Chips", "section: Technology", "tldr: They hum.");
    }

    @Test
    void anEditSurvivesTheNextFetchAndTheOtherFieldsFollowTheSource() {
        edit(kept().story().headed("By hand"));

        assertThat(tell("headline: More chips", "section: Science", "tldr: They hum again."))
                .isEqualTo(new Collected(0, 1, 0, List.of()));

        assertThat(kept().story().headline()).isEqualTo("By hand");
        assertThat(kept().story().section()).isEqualTo("Science");
        assertThat(kept().story().tldr()).isEqualTo("They hum again.");
    }

    @Test
    void anEditSurvivesAnyNumberOfFetches() {
        edit(kept().story().headed("By hand"));

        tell("headline: More chips", "tldr: They hum.");
        tell("headline: Yet more chips", "tldr: They hum.");
        tell("headline: Chips", "tldr: They hum.");

        assertThat(kept().story().headline()).isEqualTo("By hand");
    }

    @Test
    void whatIsToldOtherwiseOnlyWhereItWasEditedChangesNothingAndTellsNobody() {
        edit(kept().story().headed("By hand"));
        shop.events.clear();
        shop.clock.advance(Duration.ofHours(1));

        assertThat(tell("headline: More chips", "section: Technology", "tldr: They hum.")
                        .unchanged())
                .isEqualTo(1);

        assertThat(shop.events).isEmpty();
        assertThat(kept().changedAt()).isEqualTo(SettableClock.START);
    }

    @Test
    void anEditEndsOnceTheSourceSaysTheSame() {
        edit(kept().story().headed("By hand"));
        tell("headline: By hand", "tldr: They hum.");

        tell("headline: The source again", "tldr: They hum.");

        assertThat(kept().story().headline()).isEqualTo("The source again");
    }

    @Test
    void aTldrThatAPersonAcceptedStays() {
        tell("headline: Chips", "bodyHtml: <p>They hum in the dark.</p>");
        assertThat(kept().tldrProposed()).isEqualTo("They hum in the dark.");
        edit(kept().story().inShort("They hum in the dark."));

        tell("headline: Chips", "bodyHtml: <p>They have stopped.</p>");

        assertThat(kept().story().tldr()).isEqualTo("They hum in the dark.");
        assertThat(kept().tldrProposed()).isNull();
        assertThat(kept().story().bodyHtml()).isEqualTo("<p>They have stopped.</p>");
    }

    @Test
    void aProposalFollowsWhatIsTold() {
        tell("headline: Chips", "bodyHtml: <p>They hum in the dark.</p>");
        tell("headline: Chips", "bodyHtml: <p>They have stopped.</p>");

        assertThat(kept().tldrProposed()).isEqualTo("They have stopped.");
    }

    @Test
    void oneThatWasMadeByHandIsOnlyCompleted() {
        stories().put(TestStories.headlined("https://newgroktimes.example/other", "Other"), "api");
        write("other.md", "headline: Another", "place: Geneva", "lang: de", "tldr: In other words.");
        shop.database
                .sql("update story set content = content - 'lang' where url like '%other'")
                .update();

        stories().collect();

        Story other = stories()
                .find("https://newgroktimes.example/other")
                .orElseThrow()
                .story();
        assertThat(other.headline()).isEqualTo("Other");
        assertThat(other.place()).isEqualTo("Beijing");
        assertThat(other.lang()).isEqualTo("de");
    }

    @Test
    void aWithdrawnStoryStaysWithdrawnAndIsAsLastToldWhenItIsBroughtBack() {
        stories().withdraw(URL);
        tell("headline: More chips", "tldr: They hum.");
        assertThat(kept().withdrawnAt()).isNotNull();

        edit(kept().story());

        assertThat(kept().withdrawnAt()).isNull();
        assertThat(kept().story().headline()).isEqualTo("More chips");
    }

    @Test
    void anEditOfBeforeTheUpgradeStaysAsLongAsTheFileSaysTheSame() {
        asBeforeTheUpgrade();
        edit(kept().story().headed("By hand"));

        assertThat(stories().collect().unchanged()).isEqualTo(1);
        tell("headline: More chips", "section: Science", "tldr: They hum.");

        assertThat(kept().story().headline()).isEqualTo("By hand");
        assertThat(kept().story().section()).isEqualTo("Science");
    }

    @Test
    void aFileThatChangedSinceBeforeTheUpgradeIsTaken() {
        asBeforeTheUpgrade();

        tell("headline: More chips", "tldr: They hum.");

        assertThat(kept().story().headline()).isEqualTo("More chips");
    }

    /** The row as it was written when only a hash was kept of what was told. */
    private void asBeforeTheUpgrade() {
        String hash =
                Sha256.of(new JsonMapper().writeValueAsBytes(kept().story())).hex();
        shop.database
                .sql("update story set telling = null, told = :hash where url = :url")
                .param("hash", hash)
                .param("url", URL)
                .update();
    }

    @Test
    void theSettingSendsOutWhatWasProposedAndNothingElse() {
        var accepting = StoryShop.accepting(folder);
        write("chips.md", "headline: Chips", "bodyHtml: <p>They hum in the dark.</p>");
        write("written.md", "headline: Written", "tldr: As it was written.", "bodyHtml: <p>Long.</p>");
        write("empty.md", "headline: Nothing to take it from");
        accepting.stories.collect();

        StoredStory proposed = accepting.stories.find(URL).orElseThrow();
        assertThat(proposed.incomplete()).isFalse();
        assertThat(proposed.goesOutAsProposed()).isTrue();
        assertThat(proposed.story().tldr()).isNull();
        assertThat(proposed.asMailed().tldr()).isEqualTo("They hum in the dark.");
        StoredStory written =
                accepting.stories.find("https://newgroktimes.example/written").orElseThrow();
        assertThat(written.goesOutAsProposed()).isFalse();
        assertThat(written.asMailed()).isEqualTo(written.story());
        assertThat(accepting
                        .stories
                        .find("https://newgroktimes.example/empty")
                        .orElseThrow()
                        .incomplete())
                .isTrue();
    }

    private Stories stories() {
        return shop.stories;
    }

    private StoredStory kept() {
        return stories().find(URL).orElseThrow();
    }

    private void edit(Story story) {
        stories().put(story, "api");
    }

    private Collected tell(String... frontMatter) {
        write("chips.md", frontMatter);
        return stories().collect();
    }

    private void write(String name, String... frontMatter) {
        try {
            Files.writeString(folder.resolve(name), "---\n" + String.join("\n", frontMatter) + "\n---\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
