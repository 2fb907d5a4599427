package com.newgroktimes.digest.stories;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProposedTldrTest {

    @Test
    void theSummaryGoesBeforeTheBody() {
        assertThat(ProposedTldr.of("In short.", "<p>At length.</p>", "en")).isEqualTo("In short.");
    }

    @Test
    void aSummaryThatWasCutInItsFirstSentenceGoesAfterTheBodyAndBeforeNothing() {
        assertThat(ProposedTldr.of("It was cut in the […]", "<p>It was cut in the middle.</p>", "en"))
                .isEqualTo("It was cut in the middle.");
        assertThat(ProposedTldr.of("It was cut in the […]", null, "en")).isEqualTo("It was cut in the…");
        assertThat(ProposedTldr.of(null, null, null)).isNull();
    }

    @Test
    void itHasAtMostFortyFiveWordsInWholeSentencesWhereThatCanBe() {
        String sentence = "These are eight words of one short sentence. ";

        assertThat(ProposedTldr.of(sentence.repeat(20), null, "en"))
                .isEqualTo(sentence.repeat(5).strip());
        assertThat(ProposedTldr.of("word ".repeat(100), null, "en"))
                .hasSize(45 * 5)
                .endsWith("word…");
    }

    @Test
    void headingsCaptionsAndListsAreNoSentences() {
        assertThat(ProposedTldr.of(
                        null,
                        "<h2>Why</h2><figure><figcaption>A quay</figcaption></figure><p>Since it rained [1].</p><ul><li>a</li></ul>",
                        "en"))
                .isEqualTo("Since it rained.");
        assertThat(ProposedTldr.of(null, "<h2>Why</h2><ul><li>One</li><li>Two</li></ul>", "en"))
                .isEqualTo("Why. One. Two");
    }
}
