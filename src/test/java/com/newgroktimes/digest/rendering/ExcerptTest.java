package com.newgroktimes.digest.rendering;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.rendering.Excerpt.Paragraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ExcerptTest {

    @Test
    void theFirstParagraphsAreTakenWhole() {
        assertThat(Excerpt.of("<p>One.</p><p> </p><h2>Not this</h2><p>Two.</p><p>Three.</p>", 2, 100))
                .containsExactly(new Paragraph("One.", "One."), new Paragraph("Two.", "Two."));
    }

    @Test
    void emphasisStaysAndLinksGo() {
        assertThat(Excerpt.of(
                        "<p>One <em>two</em> &amp; <a href=\"https://x.example\">three &lt;b&gt;</a></p>", 1, 100))
                .containsExactly(new Paragraph("One <em>two</em> &amp; three &lt;b&gt;", "One two & three <b>"));
    }

    @Test
    void aParagraphThatDoesNotFitIsLeftToTheWebPage() {
        assertThat(Excerpt.of("<p>One two three.</p><p>Four five.</p><p>Six.</p>", 3, 4))
                .hasSize(1);
    }

    @Test
    void aFirstParagraphThatAloneIsTooLongIsCut() {
        assertThat(Excerpt.of("<p>One <b>two</b>, three &amp; four.</p><p>Five.</p>", 3, 2))
                .containsExactly(new Paragraph("One two…", "One two…"));
    }

    @Test
    void wordsOnTwoLinesStayApart() {
        assertThat(Excerpt.of("<p>One line<br>next <b>line</b></p>", 1, 100))
                .containsExactly(new Paragraph("One line next <b>line</b>", "One line next line"));
        assertThat(Excerpt.of("<ul><li>One</li><li>Two</li></ul>", 1, 100))
                .extracting(paragraph -> paragraph.html().replaceAll("\\s+", " "), Paragraph::text)
                .containsExactly(tuple("One Two", "One Two"));
    }

    @Test
    void aBodyWithoutParagraphsIsOne() {
        assertThat(Excerpt.of("Just text.", 3, 100)).containsExactly(new Paragraph("Just text.", "Just text."));
        assertThat(Excerpt.of(null, 3, 100)).isEmpty();
    }

    @Test
    void whatHasTooManyWordsIsCutAfterTheLastThatFits() {
        assertThat(Excerpt.beginning("One, two-fold, three.", 3)).isEqualTo("One, two-fold, three.");
        assertThat(Excerpt.beginning("One, two-fold, three.", 2)).isEqualTo("One, two-fold…");
        assertThat(Excerpt.beginning("-one two three", 2)).isEqualTo("-one two…");
    }

    @Test
    void theMarkOfASourceIsNotCutInTwo() {
        assertThat(Excerpt.beginning("One two [3] four.", 3)).isEqualTo("One two…");
    }

    @Test
    void aHyphenatedWordIsOneWord() {
        assertThat(WordCount.of("A hand-held, home-grown sensor – at last.")).isEqualTo(6);
    }

    @Test
    void wordsAreCountedWithoutSpacesToo() {
        assertThat(WordCount.of("It's words, 中文测试。")).isBetween(4, 6);
    }
}
