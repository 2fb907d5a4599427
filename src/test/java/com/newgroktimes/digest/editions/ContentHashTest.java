package com.newgroktimes.digest.editions;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.mail.MailSettings;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.JarTemplates;
import com.newgroktimes.digest.rendering.MailTemplates;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;

class ContentHashTest {

    private static final MailTemplates TEMPLATES = JarTemplates.mail();
    private static final Publication PAPER = paper("The Paper", "1 Example Street", "https://digest.example.org");
    private static final MailSettings MAIL = mail("digest@example.org", "editors@example.org");
    private static final EditionStory CHIPS =
            new EditionStory(1, 1, true, named("chips").story(), "aa");
    private static final EditionStory DOCKS =
            new EditionStory(2, 2, false, named("docks").story(), null);
    private static final Edition EDITION = edition("Subject", "Preheader", List.of(CHIPS, DOCKS));

    private final ContentHash hash = hash(PAPER, MAIL, 8);

    @Test
    void theSameContentHasTheSameHash() {
        assertThat(hash.of(EDITION))
                .matches("[0-9a-f]{64}")
                .isEqualTo(hash(PAPER, MAIL, 8).of(EDITION));
    }

    @Test
    void whateverReadersSeeChangesIt() {
        var hashes = new ArrayList<String>(List.of(
                hash.of(EDITION),
                hash.of(edition("Another", "Preheader", EDITION.stories())),
                hash.of(edition("Subject", "Another", EDITION.stories())),
                hash.of(edition("SubjectP", "reheader", EDITION.stories())),
                hash.of(telling(List.of(CHIPS))),
                hash.of(telling(List.of(CHIPS, asLong(DOCKS)))),
                hash.of(telling(List.of(moved(DOCKS, 1), moved(CHIPS, 2)))),
                hash.of(telling(List.of(withPicture(CHIPS, "bb"), DOCKS))),
                hash.of(telling(List.of(CHIPS, withPicture(DOCKS, "cc"))))));
        List.of(
                        named("docks").headed("Another"),
                        named("docks").withTldr("Another"),
                        named("docks").telling("Another", "On X they argue about who paid for it, and why."),
                        named("docks").in("World"),
                        named("docks").in(null),
                        named("docks").at("2026-11-24T10:00:00Z"),
                        named("docks").showing("https://news.example.org/p.jpg", "alt"),
                        named("docks").showing("https://news.example.org/p.jpg", "another alt"))
                .forEach(story -> hashes.add(
                        hash.of(telling(List.of(CHIPS, new EditionStory(2, 2, false, story.story(), null))))));

        assertThat(new HashSet<>(hashes)).hasSameSizeAs(hashes);
    }

    @Test
    void settingsThatReachTheMailChangeIt() {
        assertThat(List.of(
                        hash.of(EDITION),
                        hash(paper("Another", "1 Example Street", "https://digest.example.org"), MAIL, 8)
                                .of(EDITION),
                        hash(paper("The Paper", "2 Example Street", "https://digest.example.org"), MAIL, 8)
                                .of(EDITION),
                        hash(paper("The Paper", "1 Example Street", "https://another.example"), MAIL, 8)
                                .of(EDITION),
                        hash(PAPER, mail("another@example.org", "editors@example.org"), 8)
                                .of(EDITION),
                        hash(PAPER, mail("digest@example.org", "another@example.org"), 8)
                                .of(EDITION),
                        hash(
                                        PAPER,
                                        new MailSettings(
                                                MAIL.from(),
                                                null,
                                                MAIL.replyTo(),
                                                MAIL.listId(),
                                                null,
                                                "leave@example.org"),
                                        8)
                                .of(EDITION),
                        hash(PAPER, MAIL, 7).of(EDITION)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aTemplateThatIsChangedChangesIt(@TempDir Path own) throws IOException {
        assertThat(behind(own)).isEqualTo(hash.of(EDITION));

        Files.createDirectories(own.resolve("digest"));
        Files.writeString(own.resolve("digest/footer.ftlh"), "<#macro footer>Our own.</#macro>");
        String changed = behind(own);
        Files.writeString(own.resolve("digest/footer.ftlh"), "<#macro footer>Our very own.</#macro>");

        assertThat(List.of(hash.of(EDITION), changed, behind(own))).doesNotHaveDuplicates();
    }

    private static String behind(Path own) {
        return hash(JarTemplates.behind(own), PAPER, MAIL, 8).of(EDITION);
    }

    @Test
    void theNoteIsAPartOfIt() {
        assertThat(hash.of(noted("Dear readers"))).isNotEqualTo(hash.of(EDITION));
        assertThat(hash.of(noted("Dear readers"))).isNotEqualTo(hash.of(noted("Dear reader")));
    }

    private static Edition noted(String note) {
        return new Edition(
                EDITION.number(),
                EDITION.week(),
                EDITION.opens(),
                EDITION.closes(),
                EDITION.state(),
                EDITION.reason(),
                EDITION.subject(),
                EDITION.preheader(),
                note,
                EDITION.revision(),
                EDITION.mending(),
                EDITION.mendedAt(),
                EDITION.contentHash(),
                EDITION.leavesAt(),
                EDITION.approvedRecipients(),
                EDITION.frozenAt(),
                EDITION.corrections(),
                EDITION.withdrawn(),
                EDITION.stories(),
                EDITION.leftOut());
    }

    @Test
    void stateTimesAndReadersDoNotChangeIt() {
        Edition sent = new Edition(
                EDITION.number(),
                EDITION.week(),
                EDITION.opens(),
                EDITION.closes(),
                EditionState.SENT,
                "done",
                EDITION.subject(),
                EDITION.preheader(),
                EDITION.note(),
                EDITION.revision(),
                EDITION.mending(),
                EDITION.mendedAt(),
                "its hash",
                Instant.EPOCH,
                42_310,
                Instant.EPOCH,
                List.of(),
                null,
                EDITION.stories(),
                List.of());

        assertThat(hash.of(sent)).isEqualTo(hash.of(EDITION));
    }

    private static ContentHash hash(Publication publication, MailSettings mail, int blocks) {
        return hash(TEMPLATES, publication, mail, blocks);
    }

    private static ContentHash hash(MailTemplates templates, Publication publication, MailSettings mail, int blocks) {
        var settings = new EditionSettings(DayOfWeek.MONDAY, LocalTime.of(6, 0), blocks, Duration.ofDays(28), 32);
        return new ContentHash(templates, publication, mail, settings);
    }

    private static Publication paper(String name, String postalAddress, String baseUrl) {
        URI base = URI.create(baseUrl);
        return new Publication(
                name,
                "A tagline",
                postalAddress,
                ZoneId.of("UTC"),
                base,
                URI.create("https://paper.example"),
                List.of());
    }

    private static MailSettings mail(String from, String replyTo) {
        return new MailSettings(from, null, replyTo, "digest.example.org", null, null);
    }

    private static Edition edition(String subject, String preheader, List<EditionStory> stories) {
        return new Edition(
                7,
                "2026-W48",
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                EditionState.DRAFT,
                null,
                subject,
                preheader,
                null,
                1,
                false,
                null,
                "",
                null,
                null,
                null,
                List.of(),
                null,
                stories,
                List.of());
    }

    private static Edition telling(List<EditionStory> stories) {
        return EDITION.with(stories, List.of());
    }

    private static EditionStory asLong(EditionStory story) {
        return new EditionStory(story.story(), story.position(), true, story.content(), story.picture());
    }

    private static EditionStory moved(EditionStory story, int position) {
        return new EditionStory(story.story(), position, story.isLong(), story.content(), story.picture());
    }

    private static EditionStory withPicture(EditionStory story, String picture) {
        return new EditionStory(story.story(), story.position(), story.isLong(), story.content(), picture);
    }
}
