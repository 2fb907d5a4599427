package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.testing.Pipes;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static com.newgroktimes.digest.testing.SamplePublication.PUBLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** The publication's own templates, changed under a service that runs. */
class TemplatesInUseTest {

    private static final Map<String, String> MODEL =
            Map.of("what", "a walk", "link", "https://example.org/walk", "mine", "markofmine");

    @TempDir
    private Path directory;

    private TemplatesInUse templates;

    @BeforeEach
    void aNoteOfThePublicationsOwn() throws IOException {
        write("note/subject.ftl", "About ${what}");
        write("note/text.ftl", "Text one: ${what}\n${link}");
        write("note/html.mjml.ftlh", mjml("<p>HTML one: ${what}, <a href=\"${link}\">here</a></p>"));
        Words words = new Words();
        SampleMails samples = language -> List.of(
                new SampleMail("note", MODEL, Map.of("link", MODEL.get("link")), Map.of("mine", MODEL.get("mine"))));
        templates = new TemplatesInUse(
                directory,
                new CommonModel(PUBLICATION, words, Look.OURS),
                new Trial(List.of(samples), words),
                Duration.ZERO);
        templates.now();
    }

    @Test
    void aChangeIsTakenUpWithoutARestart() throws IOException {
        String before = templates.now().hash("note");
        write("note/text.ftl", "Text two: ${what}\n${link}");

        assertThat(note().text()).startsWith("Text two: a walk");
        assertThat(templates.now().hash("note")).isNotEqualTo(before);
        assertThat(templates.refused()).isEmpty();
    }

    @Test
    void aFaultInOneFileLeavesAllAsTheyWere() throws IOException {
        String before = templates.now().hash("note");
        write("note/html.mjml.ftlh", mjml("<p>HTML two: ${what}, <a href=\"${link}\">here</a></p>"));
        write("note/text.ftl", "Text two\n<#if what>\n${link}");

        assertThat(note().html()).contains("HTML one");
        assertThat(note().text()).startsWith("Text one");
        assertThat(templates.now().hash("note")).isEqualTo(before);
        assertThat(templates.refused().orElseThrow().earlierInUse()).isTrue();
        assertThat(templates.refused().orElseThrow().fault()).contains("note/text.ftl, line 3", "unclosed #if");

        write("note/text.ftl", "Text two: ${what}\n${link}");

        assertThat(note().html()).contains("HTML two");
        assertThat(templates.refused()).isEmpty();
    }

    @Test
    void takenBackAFaultIsForgotten() throws IOException {
        write("note/text.ftl", "<#if");
        assertThat(templates.refused()).isPresent();
        write("note/text.ftl", "Text one: ${what}\n${link}");

        assertThat(templates.refused()).isEmpty();
    }

    @Test
    void whereNothingWasSoundBeforeTheJarsAreInUse() throws IOException {
        write("note/text.ftl", "<#if");
        Words words = new Words();
        var fresh = new TemplatesInUse(
                directory, new CommonModel(PUBLICATION, words, Look.OURS), new Trial(List.of(), words), Duration.ZERO);

        assertThat(fresh.now().hash("digest")).isEqualTo(JarTemplates.mail().hash("digest"));
        assertThat(fresh.refused().orElseThrow().earlierInUse()).isFalse();
    }

    /** An empty directory is sound: mails go out as they did before the faulty file came. */
    @Test
    void whereTheDirectoryWasEmptyBeforeTheJarsStayInUse(@TempDir Path empty) throws IOException {
        Words words = new Words();
        var fresh = new TemplatesInUse(
                empty, new CommonModel(PUBLICATION, words, Look.OURS), new Trial(List.of(), words), Duration.ZERO);
        assertThat(fresh.refused()).isEmpty();
        Files.createDirectory(empty.resolve("note"));
        Files.writeString(empty.resolve("note/text.ftl"), "<#if");

        assertThat(fresh.refused().orElseThrow().earlierInUse()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @ExtendWith(OutputCaptureExtension.class)
    void whateverGoesWrongInTheTrialIsRefusedAndLoggedWithItsTrace(boolean error, CapturedOutput log) {
        Words words = new Words();
        SampleMails broken = language -> {
            if (error) {
                throw new NoClassDefFoundError("not/There");
            }
            throw new IllegalStateException("not there");
        };
        var fresh = new TemplatesInUse(
                directory,
                new CommonModel(PUBLICATION, words, Look.OURS),
                new Trial(List.of(broken), words),
                Duration.ZERO);

        assertThat(fresh.refused().orElseThrow().fault()).startsWith("They cannot be used: ");
        assertThat(log.getAll())
                .containsSubsequence("They cannot be used", "at com.newgroktimes.digest.rendering.Trial");
    }

    @Test
    void nobodyLooksAnyMoreOnceTheServiceStops() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        MailTemplates watched = JarTemplates.behind(directory);
        List<Thread> ours = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.getName().equals("templates"))
                .toList();
        assertThat(ours).hasSize(1);

        watched.close();

        eventually("The thread ends", () -> !ours.get(0).isAlive());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note/text.ftl | ${link} ${waht} | note/text.ftl, line 1 | waht",
                "note/text.ftl | nothing else | note/text.ftl, line 1 | ${link} is nowhere in what it makes",
                "note/subject.ftl | ${what?new()} | note/subject.ftl, line 1 | Instantiating",
                "note/subject.ftl | ${'freemarker.template.utility.Execute'?new()('id')} | note/subject.ftl, line 1 | not allowed",
                "note/subject.ftl | ${publication?api.class} | note/subject.ftl, line 1 | api",
                "note/subject.ftl | ${publication.class} | note/subject.ftl, line 1 | publication.class",
                "note/subject.ftl | ${publication.getClass()} | note/subject.ftl, line 1 | publication.getClass",
                "note/subject.ftl | ${publication.siteUrl.toURL()} | note/subject.ftl, line 1 | publication.siteUrl.toURL",
                "note/subject.ftl | For ${mine} | note/subject.ftl, line 1 | the same for all readers, and ${mine} is each one's own",
                "note/text.ftl | ${link} ${mine?upper_case} | note/text.ftl, line 1 | changes ${mine}",
                "note/subject.ftl | ${msg('no.such.word')} | note/subject.ftl, line 1 | no.such.word",
                "note/html.mjml.ftlh | <mjml><mj-body><mj-section> | note/html.mjml.ftlh, line 1 | never closed",
                "note/more.ftl | ${ | note/more.ftl, line 1 | end of file",
            })
    void whatIsWrongIsToldWithFileAndLine(String file, String content, String where, String what) throws IOException {
        write(file, content);

        assertThat(templates.refused().orElseThrow().fault()).contains(where).containsIgnoringCase(what);
        assertThat(note().text()).startsWith("Text one");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws IOException {
        Files.write(directory.resolve("note/text.ftl"), "Grüße ${link}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(templates.refused().orElseThrow().fault())
                .isEqualTo("The template note/text.ftl is not in UTF-8. Save it as that.");
    }

    @Test
    void moreThanTemplatesEverHaveIsRefused() throws IOException {
        write("note/text.ftl", "${link}" + "x".repeat(1_000_000));

        assertThat(templates.refused().orElseThrow().fault()).contains("note/text.ftl", "1,000,000 bytes");
    }

    @Test
    void whatEditorsLeaveBesideAFileIsNoTemplate() throws IOException {
        write("note/text.ftl~", "<#if");
        write("note/.text.ftl.swp", "<#if");

        assertThat(templates.refused()).isEmpty();
    }

    @Test
    void aDirectoryThatGoesAwayLeavesAllAsTheyWere() throws IOException {
        Files.move(directory, directory.resolveSibling(directory.getFileName() + "-gone"));

        assertThat(note().text()).startsWith("Text one");
        assertThat(templates.refused().orElseThrow().fault()).contains(directory.toString(), "cannot be read");

        Files.move(directory.resolveSibling(directory.getFileName() + "-gone"), directory);
        assertThat(templates.refused()).isEmpty();
    }

    @Test
    void aListWithoutAnEndIsRefused() throws IOException {
        write("note/text.ftl", "<#list 1.. as n>${n}${link}</#list>");

        assertThat(templates.refused().orElseThrow().fault())
                .isEqualTo(
                        "The template note/text.ftl, line 1: It makes more than 2,000,000 signs. Is there a list without an end?");
    }

    @Test
    void aMacroThatCallsItselfIsRefused() throws IOException {
        write("note/text.ftl", "<#macro round><@round /></#macro><@round />${link}");

        assertThat(templates.refused().orElseThrow().fault()).contains("note/text.ftl", "calls itself without an end");
        assertThat(note().text()).startsWith("Text one");
    }

    @Test
    void whatNestsTooDeeplyIsRefused() throws IOException {
        write("note/text.ftl", "${" + "(".repeat(60_000) + "1" + ")".repeat(60_000) + "}${link}");
        assertThat(templates.refused().orElseThrow().fault()).contains("note/text.ftl", "nests too deeply");

        write("note/text.ftl", "Text one: ${link}");
        write("note/html.mjml.ftlh", mjml("<div>".repeat(20_000) + "${link}" + "</div>".repeat(20_000)));
        assertThat(templates.refused().orElseThrow().fault()).contains("note/html.mjml.ftlh", "nest too deeply");
        assertThat(note().html()).contains("HTML one");
    }

    @Test
    void whatIsMadeInSilenceWithoutAnEndIsGivenUp() throws IOException {
        write("note/text.ftl", "<#list 1.. as n></#list>${link}");
        var endless = new TemplateSet(
                OwnFiles.in(directory),
                new CommonModel(PUBLICATION, new Words(), Look.OURS),
                new Patience(Duration.ofMillis(300)));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> endless.render("note", MODEL, Locale.ENGLISH))
                .satisfies(
                        problem -> assertThat(problem.detail())
                                .isEqualTo(
                                        "The templates of note did not come to an end within 300 ms. Is there a list without an end?"));
        eventually(
                "The thread that made it goes on no more",
                () -> Thread.getAllStackTraces().values().stream().noneMatch(TemplatesInUseTest::loops));
    }

    private static boolean loops(StackTraceElement[] stack) {
        return Stream.of(stack).anyMatch(call -> call.getClassName().equals("freemarker.core.IteratorBlock"));
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void aPipeAmongTheTemplatesIsNamedAndNotWaitedFor() throws Exception {
        Files.delete(directory.resolve("note/text.ftl"));
        Pipes.at(directory.resolve("note/text.ftl"));

        assertThat(templates.refused().orElseThrow().fault()).contains("The template note/text.ftl is no regular file");
    }

    @Test
    void aLinkOutOfTheDirectoryIsRefused(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secrets"), "a secret ${link}");
        Files.delete(directory.resolve("note/text.ftl"));
        Files.createSymbolicLink(directory.resolve("note/text.ftl"), secret);

        assertThat(templates.refused().orElseThrow().fault())
                .contains("The template note/text.ftl is a link out of the directory");
        assertThat(note().text()).startsWith("Text one");
    }

    /** A volume of a cluster is laid out like that. */
    @Test
    void aLinkWithinTheDirectoryIsFollowed() throws IOException {
        Path there = Files.createDirectory(directory.resolve("..data"));
        Files.writeString(there.resolve("text"), "Text linked: ${link}");
        Files.delete(directory.resolve("note/text.ftl"));
        Files.createSymbolicLink(directory.resolve("note/text.ftl"), Path.of("../..data/text"));

        assertThat(note().text()).startsWith("Text linked");
    }

    @Test
    void theMarkThatSomeEditorsBeginAFileWithIsNoText() throws IOException {
        write("note/text.ftl", "\uFEFF<#ftl>Text two: ${link}");

        assertThat(note().text()).startsWith("Text two");
    }

    @Test
    void aChangeThatIsBeingTriedHoldsNobodyUp() throws Exception {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Words words = new Words();
        SampleMails slow = language -> {
            entered.countDown();
            await(go);
            return List.of();
        };
        var busy = new TemplatesInUse(
                directory,
                new CommonModel(PUBLICATION, words, Look.OURS),
                new Trial(List.of(slow), words),
                Duration.ZERO);
        var trying = new Thread(busy::now);
        trying.start();
        await(entered);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> busy.now().hash("digest"));

        go.countDown();
        trying.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RenderedMail note() {
        return templates.now().render("note", MODEL, Locale.ENGLISH);
    }

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static String mjml(String text) {
        return """
                <mjml><mj-head><mj-attributes><mj-all font-family="Georgia, serif" /></mj-attributes></mj-head>\
                <mj-body><mj-section><mj-column><mj-text>%s</mj-text></mj-column></mj-section></mj-body></mjml>
                """.formatted(text);
    }
}
