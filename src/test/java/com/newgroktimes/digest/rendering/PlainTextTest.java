package com.newgroktimes.digest.rendering;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {

    @Test
    void wordsKeepTheirOrderAndFitTheLine() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            String text = words(random, 60);

            String wrapped = PlainText.wrap(text);

            assertThat(wrapped.lines()).allMatch(line -> line.length() <= 72 || !line.contains(" "));
            assertThat(wrapped.split("\\s+")).containsExactly(text.split("\\s+"));
        }
    }

    @Test
    void aSignTakesTheRoomThatItIsSeenToTake() {
        String apart = "\u2068" + "w".repeat(35) + "\u2069";
        String chinese = "字".repeat(18);

        assertThat(PlainText.wrap(apart + " " + apart)).hasLineCount(1);
        assertThat(PlainText.wrap(chinese + " " + chinese)).hasLineCount(2);
        assertThat(PlainText.wrap("é".repeat(35) + " " + "e\u0301".repeat(36))).hasLineCount(1);
    }

    @Test
    void aLongUrlStandsAlone() {
        String url = "https://example.org/" + "x".repeat(80);

        assertThat(PlainText.wrap("Read more: " + url + " or not")).isEqualTo("Read more:\n" + url + "\nor not\n");
    }

    @Test
    void aBylineNeverBecomesASignature() {
        String name = "N".repeat(80);

        assertThat(PlainText.wrap("x\n-- " + name)).isEqualTo("x\n-- " + name + "\n");
    }

    @Test
    void blankLinesStayAndTrailingBlanksGo() {
        assertThat(PlainText.wrap("\n\na \n\n\n\nb\t\n\n")).isEqualTo("a\n\n\n\nb\n");
    }

    private static String words(Random random, int count) {
        String[] words = new String[count];
        Arrays.setAll(words, i -> "w".repeat(1 + random.nextInt(random.nextInt(20) == 0 ? 90 : 12)));
        return String.join(" ", words);
    }
}
