package com.newgroktimes.digest.stories.printed;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class PrintedArticleTest {

    private static final Masthead MASTHEAD = new Masthead(
            "The New Grok Times", "The news. The narrative. The timeline.", List.of("World", "Technology"));

    private static final String WHOLE = """
            The New Grok Times

            The news. The narrative. The timeline.

            Science & Health

            The moth count: up, down, or sideways? [updated]

            A white sheet hung between two trees at night

            New Grok Times

            TL;DR: Volunteers counted moths in forty gardens. The sum is up.

            MSM Perspective

            Nature desks call it a recovery.

            X Perspective

            Counters argue about lamps.

            On the first night nobody came [1].

            -- and on the second, said one, only rain.

            [3] is where the trouble began: a lamp of the wrong colour.

            -- MAREN OLT, Little Harbour, North

            Sources & X Posts

            News Sources

            [1] https://moths.example/count?year=2026
            [2] https://lamps.example/a|b

            X Posts

            [3] A lamp: [blue], 40 W https://x.com/lampman/status/3
            [4] https://x.com/mothmother/status/4

            Get The New Grok Times in your inbox
            A weekly digest of the stories shaping the timeline. No spam. Unsubscribe anytime.
            """;

    @Test
    void everyPartOfAWholeArticleIsRead() {
        assertThat(read(WHOLE))
                .isEqualTo(new PrintedArticle(
                        "Science & Health",
                        "The moth count: up, down, or sideways? [updated]",
                        "A white sheet hung between two trees at night",
                        "Volunteers counted moths in forty gardens. The sum is up.",
                        "Nature desks call it a recovery.",
                        "Counters argue about lamps.",
                        List.of(
                                "On the first night nobody came [1].",
                                "-- and on the second, said one, only rain.",
                                "[3] is where the trouble began: a lamp of the wrong colour."),
                        "MAREN OLT",
                        "Little Harbour, North",
                        List.of(
                                new Reference(1, "https://moths.example/count?year=2026", null),
                                new Reference(2, "https://lamps.example/a|b", null)),
                        List.of(
                                new Reference(3, "https://x.com/lampman/status/3", "A lamp: [blue], 40 W"),
                                new Reference(4, "https://x.com/mothmother/status/4", null)),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        // Only the name is another; the tagline is too; the picture has no credit; there are no labelled texts.
        "The Harbour Week, The news. The narrative. The timeline., ''",
        "The Harbour Week, Small towns. Large cranes., ''",
        "The Harbour Week, Small towns. Large cranes., (?m)^New Grok Times$",
        "The Harbour Week, Small towns. Large cranes., '(?s)TL;DR.*lamps\\.'",
    })
    void anArticleOfAnotherPublicationIsRefused(String name, String tagline, String without) {
        String text = WHOLE.replaceFirst(without, "");
        Masthead masthead = new Masthead(name, tagline, List.of("World"));

        assertThatThrownBy(() -> PrintedArticle.read(text, masthead))
                .isInstanceOfSatisfying(
                        OtherMasthead.class,
                        other -> assertThat(other.sentence())
                                .startsWith(
                                        "The first line must be \"The Harbour Week\", the publication's name, and is \"The New Grok Times\"."));
        assertThat(PrintedArticle.read(text.replaceAll("(The )?New Grok Times", "The Harbour Week"), masthead)
                        .headline())
                .startsWith("The moth count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\n\n\n", "\r\n", "\r\n\r\n", "\n \t\n", "\n\u00a0\n", " \u2028"})
    void blankLinesSayNothing(String between) {
        assertThat(read(WHOLE.replaceAll("\\n+", between))).isEqualTo(read(WHOLE));
    }

    @ParameterizedTest
    @CsvSource({
        "TL;DR: Volunteers, TL;DR Volunteers",
        "TL;DR: Volunteers, 'TL;DR\n\nVolunteers'",
        "TL;DR: Volunteers, 'tl;dr:\nVolunteers'",
        "TL;DR: Volunteers, 'TLDR: Volunteers'",
        "TL;DR: Volunteers, 'TL;DR\u00a0— Volunteers'",
        "MSM Perspective, msm perspective:",
        "MSM Perspective, THE MSM PERSPECTIVE",
        "'MSM Perspective\n\nNature', 'MSM Perspective: Nature'",
        "X Perspective, X\u00a0PERSPECTIVE",
        "'X Perspective\n\nCounters', 'X perspective – Counters'",
        "'New Grok Times\n\nTL', 'The New Grok Times\n\nTL'",
        "'New Grok Times\n\nTL', 'Photo: New Grok Times\n\nTL'",
        "Sources & X Posts, Sources and X posts:",
        "News Sources, NEWS SOURCES:",
        "'[1] https', '[ 1 ]:\u00a0https'",
        "-- MAREN, —MAREN",
        "'OLT, Little', 'OLT ,  Little'",
    })
    void labelsAndMarksAreKnownInEveryForm(String usual, String other) {
        String changed = WHOLE.replace(usual, other);

        assertThat(changed).isNotEqualTo(WHOLE);
        assertThat(read(changed)).isEqualTo(read(WHOLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A headline that says it all | | A headline that says it all |",
                "World;A headline that says it all | World | A headline that says it all |",
                "Arts & Letters;A headline that says it all | Arts & Letters | A headline that says it all |",
                "Opinion: Letters;A headline that says it all | Opinion: Letters | A headline that says it all |",
                "TL: DR Weekly;A headline that says it all | TL: DR Weekly | A headline that says it all |",
                "U.S. News;A headline that says it all | U.S. News | A headline that says it all |",
                "Explained: Tariffs;A ship lies at a pier. | | Explained: Tariffs | A ship lies at a pier.",
                "Harbour: cranes dance;A crane at dusk | | Harbour: cranes dance | A crane at dusk",
                "Opinion: Letters | | Opinion: Letters |",
                "Weather;Rain | Weather | Rain |",
                "A headline that says it all;A picture of a harbour at dusk, in rain | | A headline that says it all | A picture of a harbour at dusk, in rain",
                "A headline that says it all;A harbour;The New Grok Times | | A headline that says it all | A harbour",
                "Culture;A headline that says it all;A harbour | Culture | A headline that says it all | A harbour",
                "Culture;A headline that says it all;A harbour;New Grok Times | Culture | A headline that says it all | A harbour",
                "culture;a headline;a harbour;NEW GROK TIMES | culture | a headline | a harbour",
                "The New Grok Times;Culture;A headline that says it all | Culture | A headline that says it all |",
                "The New Grok Times;Another tagline, older;Culture;A headline that says it all;A harbour;New Grok Times | Culture | A headline that says it all | A harbour",
                "The New Grok Times;Another tagline, older;Culture;A headline that says it all;A harbour | Culture | A headline that says it all | A harbour",
                "The news. The narrative. The timeline.;Culture;A headline that says it all | Culture | A headline that says it all |",
                "Technology | Technology | |",
                "Technology;A harbour;New Grok Times | Technology | | A harbour",
                "The New Grok Times;New Grok Times | | |",
                "Culture;TL: DR is dead -- [3] long live it: an elegy;A harbour;New Grok Times | Culture | TL: DR is dead -- [3] long live it: an elegy | A harbour",
                "Culture;-- a headline that begins with dashes;A harbour;New Grok Times | Culture | -- a headline that begins with dashes | A harbour",
                "Culture;[3] counts in a headline: 1, 2;A harbour;New Grok Times | Culture | [3] counts in a headline: 1, 2 | A harbour",
            })
    void theHeadIsToldFromWhatOfItIsThere(String lines, String section, String headline, String alt) {
        PrintedArticle article =
                read(lines.replace(';', '\n').replace("TL: DR", "TL;DR") + "\nTL;DR\nIn short.\nA paragraph.");

        assertThat(article.section()).isEqualTo(section == null ? null : section.replace("TL: DR", "TL;DR"));
        assertThat(article.headline()).isEqualTo(headline == null ? null : headline.replace("TL: DR", "TL;DR"));
        assertThat(article.alt()).isEqualTo(alt);
        assertThat(article.tldr()).isEqualTo("In short.");
        assertThat(article.paragraphs()).containsExactly("A paragraph.");
        assertThat(article.unread()).isEmpty();
    }

    @Test
    void withoutAnyLabelTheHeadEndsWithTheCreditOrTheHeadline() {
        assertThat(read("World\nA headline that says it all\nA harbour\nNew Grok Times\nOne.\nTwo.")
                        .paragraphs())
                .containsExactly("One.", "Two.");
        assertThat(read("World\nA headline that says it all\nOne.\nTwo.\n-- ANA DIAZ")
                        .paragraphs())
                .containsExactly("One.", "Two.");
    }

    @Test
    void aTextWithMoreLinesGoesOnToTheNextLabel() {
        PrintedArticle article = read("TL;DR\nOne.\nTwo.\nX Perspective\nThree.\nFour.");

        assertThat(article.tldr()).isEqualTo("One.\nTwo.");
        assertThat(article.xPerspective()).isEqualTo("Three.");
        assertThat(article.paragraphs()).containsExactly("Four.");
    }

    @Test
    void aLabelWithoutTextIsNamed() {
        PrintedArticle article = read("World\nA headline\nTL;DR\nMSM Perspective\nX Perspective\n-- ANA DIAZ, Porto");

        assertThat(article.unread()).extracting(Unread::part).containsExactly("tldr", "msmPerspective", "xPerspective");
        assertThat(article.byline()).isEqualTo("ANA DIAZ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- ANA DIAZ, Porto        | ANA DIAZ       | Porto",
                "--ANA DIAZ                | ANA DIAZ       |",
                "— ANA DIAZ, Washington, D.C. | ANA DIAZ    | Washington, D.C.",
                "-- , Porto                |                | Porto",
                "-- A, B and C             | A              | B and C",
                "— 王小明，北京                | 王小明            | 北京",
                "-- Élodie d’Arc-Noël, L’Île | Élodie d’Arc-Noël | L’Île",
            })
    void theBylineIsParted(String line, String name, String place) {
        PrintedArticle article =
                read("TL;DR: In short.\nA paragraph.\n" + line + "\nNews Sources\n[1] https://a.example/");

        assertThat(article.byline()).isEqualTo(name);
        assertThat(article.place()).isEqualTo(place);
        assertThat(article.paragraphs()).containsExactly("A paragraph.");
    }

    @Test
    void aParagraphThatBeginsWithDashesIsNoByline() {
        PrintedArticle article = read(
                "TL;DR: In short.\n-- So it began, and so it went on for a while.\nAnd ended.\nX Posts\n[1] a https://x.com/a");

        assertThat(article.byline()).isNull();
        assertThat(article.paragraphs())
                .containsExactly("-- So it began, and so it went on for a while.", "And ended.");
    }

    @Test
    void aLineBetweenBylineAndSourcesIsNotLost() {
        PrintedArticle article = read(
                "TL;DR: In short.\nA.\n-- ANA DIAZ, Porto\nUpdated at noon.\nNews Sources\n[1] https://a.example/");

        assertThat(article.byline()).isEqualTo("ANA DIAZ");
        assertThat(article.paragraphs()).containsExactly("A.", "Updated at noon.");
    }

    @Test
    void theSignUpBlockIsNoStoryEvenWithoutSources() {
        String signUp =
                "\nGet The New Grok Times in your inbox\nNo spam. Unsubscribe anytime.\nYour email address\nSubscribe";

        assertThat(read("TL;DR: In short.\nA.\n-- ANA DIAZ" + signUp).paragraphs())
                .containsExactly("A.");
        assertThat(read("TL;DR: In short.\nA." + signUp).paragraphs()).containsExactly("A.");
        assertThat(read("TL;DR: In short.\nA." + signUp).unread()).isEmpty();
    }

    @Test
    void whatFollowsTheBylineAndIsNoSignUpIsNamed() {
        assertThat(read("TL;DR: In short.\nA.\n-- ANA DIAZ\nSomething else.").unread())
                .containsExactly(Unread.line("bodyHtml", "Something else."));
    }

    @Test
    void aSourceWithoutAddressKeepsItsNumber() {
        PrintedArticle article = read("""
                -- ANA DIAZ
                News Sources
                [1] Harbour Wire
                [2] https://a.example/
                X Posts
                [3] nothing but words
                [4] words https://x.com/a
                """);

        assertThat(article.newsSources())
                .containsExactly(new Reference(1, null, "Harbour Wire"), new Reference(2, "https://a.example/", null));
        assertThat(article.xPosts())
                .containsExactly(
                        new Reference(3, null, "nothing but words"), new Reference(4, "https://x.com/a", "words"));
        assertThat(article.unread()).isEmpty();
    }

    @Test
    void aPostMayHaveLineBreaks() {
        PrintedArticle article = read("""
                News Sources
                [1] A title that goes on
                https://a.example/
                [2] (print only)
                X Posts
                [3] @ada: First, coffee.
                Then: a crane

                (no, really) https://x.com/ada/status/3
                [4] words https://x.com/b/status/4
                [5] (deleted)
                Get it in your inbox
                Subscribe at https://newgroktimes.example/join
                """);

        assertThat(article.newsSources())
                .containsExactly(
                        new Reference(1, "https://a.example/", "A title that goes on"),
                        new Reference(2, null, "(print only)"));
        assertThat(article.xPosts())
                .containsExactly(
                        new Reference(
                                3, "https://x.com/ada/status/3", "@ada: First, coffee.\nThen: a crane\n(no, really)"),
                        new Reference(4, "https://x.com/b/status/4", "words"),
                        new Reference(5, null, "(deleted)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://x.com/c/1 and more | https://x.com/c/1 | and more",
                "words https://x.com/c/1, and more | https://x.com/c/1 | words , and more",
                "words (https://x.com/c/1) and more | https://x.com/c/1 | words ( and more",
                "words <https://x.com/c/1> and more | https://x.com/c/1 | words and more",
            })
    void wordsMayFollowTheAddress(String line, String url, String words) {
        assertThat(read("X Posts\n[7] " + line + "\n[8] https://x.com/d").xPosts())
                .containsExactly(new Reference(7, url, words), new Reference(8, "https://x.com/d", null));
    }

    @Test
    void anAddressMayStandOnTheNextLine() {
        PrintedArticle article = read("News Sources\n[1]\nhttps://a.example/\nX Posts\n[2] words\n<https://x.com/a>");

        assertThat(article.newsSources()).containsExactly(new Reference(1, "https://a.example/", null));
        assertThat(article.xPosts()).containsExactly(new Reference(2, "https://x.com/a", "words"));
    }

    @Test
    void theLastAddressOfAPostIsItsOwn() {
        assertThat(read("X Posts\n[7] see https://a.example/b (really) https://x.com/c/status/1")
                        .xPosts())
                .containsExactly(new Reference(7, "https://x.com/c/status/1", "see https://a.example/b (really)"));
    }

    @Test
    void listsAreKnownWithoutTheirHeadings() {
        List<Reference> news = List.of(new Reference(1, "https://a.example/", null));
        List<Reference> posts = List.of(new Reference(2, "https://x.com/b", "words"));
        for (String lists : List.of(
                "[1] https://a.example/\n[2] words https://x.com/b",
                "Sources & X Posts\n[1] https://a.example/\n[2] words https://x.com/b",
                "Sources & X Posts\n[1] https://a.example/\nX Posts\n[2] words https://x.com/b",
                "[1] https://a.example/\nX Posts\n[2] words https://x.com/b",
                "News Sources\n[1] https://a.example/\n[2] words https://x.com/b")) {
            PrintedArticle article = read("TL;DR: In short.\nA [1].\n-- ANA DIAZ\n" + lists + "\nSign up\nNo spam.");

            assertThat(article.paragraphs()).containsExactly("A [1].");
            assertThat(article.byline()).isEqualTo("ANA DIAZ");
            assertThat(article.newsSources()).isEqualTo(news);
            assertThat(article.xPosts()).isEqualTo(posts);
            assertThat(article.unread()).isEmpty();
        }
    }

    @Test
    void aStrangeLineBetweenSourcesIsNamedAndTheRestIsRead() {
        PrintedArticle article = read("News Sources\n[1] https://a.example/\nHarbour Wire\n[2] https://b.example/");

        assertThat(article.newsSources()).hasSize(2);
        assertThat(article.unread()).containsExactly(Unread.line("newsSources", "Harbour Wire"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n\n", "TL;DR", "--", "—", "X Posts", "News Sources\nX Posts", "\u0000\uFEFF", "* * *"})
    void nextToNothingIsReadAsNothing(String text) {
        PrintedArticle article = read(text);

        assertThat(article.headline()).isNull();
        assertThat(article.paragraphs()).isEmpty();
        assertThat(article.newsSources()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%sb", "-- a%sb", "[1] a%sb", "[1] a %s https://a.example/"})
    void aLongLineOfBlanksIsReadAtOnce(String form) {
        String line = form.formatted(" ".repeat(300_000));

        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> read("A headline\n\n" + line + "\n\nNews Sources\n" + line));
    }

    private static PrintedArticle read(String text) {
        return PrintedArticle.read(text, MASTHEAD);
    }
}
