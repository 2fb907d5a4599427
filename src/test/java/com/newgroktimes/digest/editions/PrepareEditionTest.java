package com.newgroktimes.digest.editions;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DigestTest
class PrepareEditionTest {

    @Autowired
    private PrepareEdition prepare;

    @Autowired
    private Editions editions;

    @Autowired
    private SettableClock clock;

    @Test
    void whatTheSourcesHaveBecomesAnEditionThatIsChecked() throws IOException {
        file("chips.md", "2026-11-20T10:00:00Z");
        file("docks.md", "2026-11-19T10:00:00Z");

        Edition edition = prepare.run("last");

        assertThat(edition.week()).isEqualTo("2026-W47");
        assertThat(edition.stories()).hasSize(2);
        assertThat(edition.state()).isEqualTo(EditionState.READY);
        assertThat(editions.checks(edition.number())).isNotEmpty();
    }

    @Test
    void preparedAgainItTakesWhatHasComeSince() throws IOException {
        file("chips.md", "2026-11-20T10:00:00Z");
        prepare.run("last");
        file("docks.md", "2026-11-19T10:00:00Z");

        Edition edition = prepare.run("2026-W47");

        assertThat(edition.number()).isEqualTo(1);
        assertThat(edition.stories()).hasSize(2);
    }

    @Test
    void aWeekWithoutAStorySaysSoAndBlocksNoLaterTry() throws IOException {
        assertThatThrownBy(() -> prepare.run("last"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.UNPROCESSABLE));
        assertThat(editions.heads(Editions.NEWEST, 100)).isEmpty();

        file("chips.md", "2026-11-20T10:00:00Z");

        assertThat(prepare.run("last").number()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadCostsOnlyItsOwnStory() throws IOException {
        file("chips.md", "2026-11-20T10:00:00Z");
        Files.writeString(ServiceUnderTest.STORIES.resolve("broken.md"), "---\nheadline: [\n---\nNo story.");

        assertThat(prepare.run("last").stories()).hasSize(1);
    }

    @Test
    void anEditionThatIsUnderWayStaysAsItIs() throws IOException {
        file("chips.md", "2026-11-20T10:00:00Z");
        Edition edition = prepare.run("last");
        editions.hold(1, edition.contentHash(), 1, "ana", clock.instant());
        editions.move(1, Set.of(EditionState.HOLDING), EditionState.PREPARING, null);
        file("docks.md", "2026-11-19T10:00:00Z");

        Edition again = prepare.run("last");

        assertThat(again.state()).isEqualTo(EditionState.PREPARING);
        assertThat(again.stories()).isEqualTo(edition.stories());
    }

    @Test
    void whatIsNoWeekIsRefused() {
        for (String week : List.of("tomorrow", "2026-W54", "")) {
            assertThatThrownBy(() -> prepare.run(week))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.INVALID));
        }
    }

    private static void file(String name, String publishedAt) throws IOException {
        Files.writeString(ServiceUnderTest.STORIES.resolve(name), """
                ---
                publishedAt: %s
                section: Science
                headline: What is known about %s so far
                tldr: Something happened, and it will be talked about for a while.
                msmPerspective: Outlets tell it as progress, with two caveats.
                xPerspective: On X they argue about who paid for it, and why.
                ---
                All of it.
                """.formatted(publishedAt, name));
    }
}
