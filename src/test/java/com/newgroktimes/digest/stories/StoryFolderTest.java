package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.newgroktimes.digest.stories.Stories.Collected;
import com.newgroktimes.digest.testing.Pipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class StoryFolderTest {

    @TempDir
    private Path parent;

    private Path folder;
    private StoryShop shop;
    private Stories stories;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(parent.resolve("stories"));
        shop = new StoryShop(folder);
        stories = shop.stories;
    }

    @Test
    void aMarkdownFileMayGiveEveryFieldOfTheShape() {
        write("chips.md", """
                ---
                url: https://news.example/chips?utm_source=x
                publishedAt: 2026-11-23T09:30:00Z
                section: Technology
                headline: "A chip cluster: it wakes up"
                tldr: Two sentences. In short.
                msmPerspective: A triumph of planning.
                xPerspective: >
                  A triumph
                  of spending.
                byline: DAVID CHEN
                place: Beijing
                lang: no
                image:
                  alt: A hall of grey cabinets
                newsSources:
                  - url: https://wire.example/chips
                    title: Harbour Wire
                xPosts:
                  - n: 7
                    url: https://x.com/gridwatcher/status/1
                    text: it hums
                ---

                It **hums** [1].

                - really
                - does<script>alert(1)</script>
                """);

        assertThat(stories.collect()).isEqualTo(new Collected(1, 0, 0, List.of()));
        assertThat(find("https://news.example/chips").story())
                .isEqualTo(new Story(
                        "https://news.example/chips",
                        "Technology",
                        "A chip cluster: it wakes up",
                        "Two sentences. In short.",
                        "A triumph of planning.",
                        "A triumph of spending.",
                        "<p>It <strong>hums</strong> [1].</p><ul>\n<li>really</li>\n<li>does</li>\n</ul>",
                        "DAVID CHEN",
                        "Beijing",
                        "no",
                        Instant.parse("2026-11-23T09:30:00Z"),
                        new Story.Image(null, "A hall of grey cabinets"),
                        List.of(new Story.NewsSource(1, "https://wire.example/chips", "Harbour Wire")),
                        List.of(new Story.XPost(7, "https://x.com/gridwatcher/status/1", "it hums"))));
    }

    @Test
    void aPrintedArticleMayHaveFrontMatter() {
        write("moths & men.txt", """
                ---
                publishedAt: 2026-11-23 10:30 +01:00
                section: Science
                ---
                The New Grok Times
                Nature
                The moths: a count
                A white sheet
                New Grok Times
                TL;DR: Up.
                One night [1].
                -- MAREN OLT, Little Harbour
                News Sources
                [1] https://moths.example/count
                """);

        stories.collect();

        Story story = find("https://newgroktimes.example/moths%20&%20men").story();
        assertThat(story.section()).isEqualTo("Science");
        assertThat(story.headline()).isEqualTo("The moths: a count");
        assertThat(story.publishedAt()).isEqualTo("2026-11-23T09:30:00Z");
        assertThat(story.image()).isEqualTo(new Story.Image(null, "A white sheet"));
        assertThat(story.bodyHtml()).isEqualTo("<p>One night [1].</p>");
    }

    @Test
    void markdownWithoutFrontMatterHasItsHeadlineInItsFirstLine() {
        write("plain.md", "# What *plain* says\n\nFirst. Second.");

        stories.collect();

        StoredStory story = find("https://newgroktimes.example/plain");
        assertThat(story.story().headline()).isEqualTo("What plain says");
        assertThat(story.story().bodyHtml()).isEqualTo("<p>First. Second.</p>");
        assertThat(story.tldrProposed()).isEqualTo("First. Second.");
        assertThat(story.moment()).isEqualTo(shop.clock.instant());
    }

    @Test
    void collectingTwiceAddsNothingAndTellsNobody() {
        write("a.md", "# A\n\nText.");
        stories.collect();
        shop.clock.advance(Duration.ofHours(1));

        assertThat(stories.collect()).isEqualTo(new Collected(0, 0, 1, List.of()));
        assertThat(shop.events).hasSize(1);
        assertThat(find("https://newgroktimes.example/a").changedAt()).isBefore(shop.clock.instant());
    }

    @Test
    void aChangedFileReplacesItsStory() {
        write("a.md", "# A\n\nText.");
        stories.collect();
        write("a.md", "# B\n\nText.");

        assertThat(stories.collect()).isEqualTo(new Collected(0, 1, 0, List.of()));
        assertThat(find("https://newgroktimes.example/a").story().headline()).isEqualTo("B");
    }

    @Test
    void anUnchangedFileUndoesNoChangeMadeByHand() {
        write("a.md", "# A\n\nText.");
        stories.collect();
        stories.put(TestStories.headlined("https://newgroktimes.example/a", "A better headline"), "api");

        assertThat(stories.collect().unchanged()).isEqualTo(1);
        assertThat(find("https://newgroktimes.example/a").story().headline()).isEqualTo("A better headline");
    }

    @Test
    void aWithdrawnStoryStaysWithdrawnWhateverItsFileSays() {
        write("a.md", "# A\n\nText.");
        stories.collect();
        stories.withdraw("https://newgroktimes.example/a");
        write("a.md", "# B\n\nText.");

        stories.collect();

        assertThat(find("https://newgroktimes.example/a").withdrawnAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "---\\nheadline: A: B\\n---\\n                | front matter: Line 2: mapping values are not allowed here; text with : or # in it needs quotes.",
                "---\\nheadline: A\\n\\theadline: B\\n---\\n    | front matter: Line 3: ",
                "---\\nheadline: A\\nheadline: B\\n---\\n      | front matter: Line 3: headline stands here a second time; keep one of the two.",
                "---\\nheadline: A\\n                           | front matter: Line 1: the front matter that begins here has no end",
                "---\\n- A\\n---\\n                             | front matter: Line 2: front matter is made of lines such as",
                "---\\nheadline: !!java.net.URL [x]\\n---\\n    | front matter: Line 2: what begins with ! asks for a type",
                "---\\nheadline: [A]\\n---\\n                   | headline: It must be text.",
                "---\\nnewsSources: A\\n---\\n# A               | newsSources: It must be a list.",
                "---\\nurl: nowhere\\n---\\n# A                 | url: \"nowhere\" does not begin with https:// or http://.",
                "No headline here.                            | headline: It is missing.",
                "''                                           | headline: It is missing.",
            })
    void aFileThatCannotBeReadIsNamedWithTheReasonAndCostsOnlyItself(String text, String problem) {
        write("bad.md", text.replace("\\n", "\n").replace("\\t", "\t"));
        write("good.md", "# A\n\nText.");

        Collected collected = stories.collect();

        assertThat(collected.added()).isEqualTo(1);
        assertThat(collected.problems()).singleElement().asString().startsWith("bad.md: " + problem);
    }

    @Test
    void whatIsWrongWithAPartCostsThatPart() {
        write("a.md", """
                ---
                publishedAt: soon
                image: {url: none.jpg, alt: A cat}
                tags: [x]
                newsSources: [{url: nowhere}]
                ---
                # A
                """);

        assertThat(stories.collect().problems())
                .containsExactly(
                        "a.md: tags: No story has a field of that name; it was left out.",
                        "a.md: image.url: There is no file none.jpg.",
                        "a.md: publishedAt: \"soon\" cannot be read; write it like 2026-11-23T09:30:00Z or 2026-11-23.",
                        "a.md: newsSources[0].url: \"nowhere\" does not begin with https:// or http://.");
        assertThat(find("https://newgroktimes.example/a").story().image()).isEqualTo(new Story.Image(null, "A cat"));
    }

    @Test
    void nothingUnfoldsAndNothingNestsWithoutEnd() {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        write("bomb.md", bomb + "headline: *a39\n---\n");
        write("deep.md", "---\nheadline: " + "[".repeat(10_000) + "\n---\n");
        write("quotes.md", "# A\n\n" + ">".repeat(100_000) + "deep");
        write("stars.md", "# A\n\n" + "*a ".repeat(100_000));

        Collected collected = stories.collect();

        assertThat(collected.added()).isEqualTo(2);
        assertThat(collected.problems()).hasSize(2).allMatch(problem -> problem.contains(".md: front matter: Line"));
    }

    @Test
    void aFileThatIsTooLargeOrNotInUtf8IsNamed() throws IOException {
        write("large.md", "# A\n\n" + "a".repeat(1_000_000));
        Files.write(folder.resolve("latin.txt"), "Société".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(stories.collect().problems())
                .containsExactly(
                        "large.md: It is larger than the 1,000,000 bytes that are taken.",
                        "latin.txt: It is not in UTF-8. Save it in UTF-8.");
    }

    @Test
    void twoFilesThatTellOneStoryAreNotBothTaken() {
        write("a.md", "---\nurl: https://news.example/x\n---\n# A");
        write("b.md", "---\nurl: https://NEWS.example/x#top\n---\n# B");

        Collected collected = stories.collect();

        assertThat(collected.added()).isEqualTo(1);
        assertThat(collected.problems())
                .containsExactly("b.md: It tells https://news.example/x, which a.md tells already; it was left out.");
        assertThat(find("https://news.example/x").story().headline()).isEqualTo("A");
    }

    @Test
    void aPictureBesideTheFileIsServedByUs() throws IOException {
        Files.createDirectory(folder.resolve("pictures"));
        Files.write(folder.resolve("pictures/cat.png"), TestPictures.png(1600, 900));
        write("a.md", "---\nimage: {url: pictures/cat.png, alt: A cat}\n---\n# A");

        assertThat(stories.collect().problems()).isEmpty();

        StoredStory story = find("https://newgroktimes.example/a");
        Picture picture = shop.pictures.find(String.valueOf(story.picture())).orElseThrow();
        assertThat(story.story().image()).isEqualTo(new Story.Image(Picture.path(picture.hash()), "A cat"));
        assertThat(picture.mediaType()).isEqualTo("image/jpeg");
        assertThat(stories.collect().unchanged()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.png",
                "pictures/../../secret.png",
                "/etc/passwd",
                "link.png",
                "linked/secret.png",
                "..",
                "."
            })
    void noPathLeadsOutOfTheFolder(String path) throws IOException {
        Files.write(parent.resolve("secret.png"), TestPictures.png(1600, 900));
        Files.createDirectory(folder.resolve("pictures"));
        Files.createSymbolicLink(folder.resolve("link.png"), parent.resolve("secret.png"));
        Files.createSymbolicLink(folder.resolve("linked"), parent);
        write("a.md", "---\nimage: {url: '%s', alt: A secret}\n---\n# A".formatted(path));

        assertThat(stories.collect().problems()).singleElement().asString().startsWith("a.md: image.url: ");
        assertThat(find("https://newgroktimes.example/a").picture()).isNull();
    }

    @Test
    void aStoryFileThatIsALinkOutOfTheFolderIsNotRead() throws IOException {
        Files.writeString(parent.resolve("secret.md"), "# A secret");
        Files.createSymbolicLink(folder.resolve("a.md"), parent.resolve("secret.md"));

        Collected collected = stories.collect();

        assertThat(collected.read()).isZero();
        assertThat(collected.problems())
                .containsExactly("a.md: a.md is outside the stories folder, and nothing is read there.");
    }

    @Test
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
    void nothingButARegularFileIsWaitedFor() throws Exception {
        Pipes.at(folder.resolve("fifo.md"));
        Pipes.at(folder.resolve("pipe.png"));
        write("a.md", "---\nimage: {url: pipe.png, alt: A pipe}\n---\n# A");

        Collected collected = stories.collect();

        assertThat(collected.added()).isEqualTo(1);
        assertThat(collected.problems())
                .containsExactly(
                        "a.md: image.url: pipe.png is no regular file, and only those are read.",
                        "fifo.md: fifo.md is no regular file, and only those are read.");
    }

    @Test
    void aNameOfTwoLinesIsAName() {
        write("new\nline.md", "# A");

        assertThat(stories.collect()).isEqualTo(new Collected(1, 0, 0, List.of()));
        assertThat(find("https://newgroktimes.example/new%0Aline").story().headline())
                .isEqualTo("A");
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        write(".hidden.md", "# A");
        write("notes.docx", "# A");
        Files.createDirectory(folder.resolve("more.md"));

        assertThat(stories.collect()).isEqualTo(new Collected(0, 0, 0, List.of()));
    }

    @Test
    void aFolderThatIsNotThereIsToldAndSeen() throws IOException {
        Files.delete(folder);

        Collected collected = stories.collect();

        assertThat(collected.problems())
                .singleElement()
                .asString()
                .contains(folder.toString(), "digest.stories.folder");
        assertThat(shop.sources.health())
                .containsExactly(new SourceHealth(
                        "folder",
                        folder.toString(),
                        null,
                        shop.clock.instant(),
                        collected,
                        collected.problems().get(0),
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aFolderThatIsNotThereIsWarnedOfAtTheStart(CapturedOutput log) throws IOException {
        shop.sources.warn();
        assertThat(log).doesNotContain("No stories can be collected");

        Files.delete(folder);
        shop.sources.warn();

        assertThat(log).contains("WARN", "No stories can be collected. There is no stories folder " + folder);
    }

    @Test
    void aFileThatIsNoFolderIsNoFolderOfStories() throws IOException {
        Files.delete(folder);
        Files.writeString(folder, "# A");

        assertThat(stories.collect().problems())
                .singleElement()
                .asString()
                .endsWith("is a file. Name a folder in digest.stories.folder.");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void itIsCountedHowManyGaveNoStory(CapturedOutput log) {
        write("good.md", "# A");
        write("flawed.md", "---\ncolour: red\n---\n# B");
        write("broken.md", "---\nheadline: A: B\n---\n");

        Collected collected = stories.collect();

        assertThat(collected.read()).isEqualTo(2);
        assertThat(collected.notRead()).isEqualTo(1);
        assertThat(log).contains("stories read: 2, files that gave none: 1. broken.md: ");
        assertThat(collected.troubles())
                .extracting(Trouble::file, Trouble::lost)
                .containsExactly(tuple("broken.md", true), tuple("flawed.md", false));
        assertThat(shop.sources.health().get(0).collected()).isEqualTo(collected);
    }

    @Test
    void whatASourceToldBeforeFilesWereToldApartIsStillRead() {
        shop.database.sql("""
                        insert into story_source (name, asked_at, added, changed, unchanged, problems)
                        values (:folder, now(), 1, 0, 0, '["a.md: It is not in UTF-8."]')
                        """).param("folder", folder.toString()).update();

        assertThat(shop.sources.health())
                .singleElement()
                .extracting(SourceHealth::collected)
                .isEqualTo(new Collected(1, 0, 0, List.of(new Trouble(null, "a.md: It is not in UTF-8.", false))));
    }

    @Test
    void aSourceThatWasNeverAskedSaysSo() {
        assertThat(shop.sources.health()).containsExactly(SourceHealth.unasked("folder", folder.toString(), null));
        assertThat(new StoryShop(null).sources.health()).isEmpty();
        assertThat(new StoryShop(null).stories.collect()).isEqualTo(new Collected(0, 0, 0, List.of()));
    }

    private StoredStory find(String url) {
        return stories.find(url).orElseThrow();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
