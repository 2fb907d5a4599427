package com.newgroktimes.digest.mail.dkim;

import java.util.Arrays;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class RelaxedTest {

    /** RFC 6376 §3.4.5, first example. */
    @Test
    void theExampleOfTheStandard() {
        assertThat(field("A: X")).isEqualTo("a:X");
        assertThat(field("B : Y\t\r\n\tZ  ")).isEqualTo("b:Y Z");
        assertThat(lines(" C \r\nD \t E\r\n\r\n\r\n")).isEqualTo(" C\r\nD E\r\n\r\n\r\n");
    }

    /** RFC 6376 §3.4.4: nothing is hashed of an empty body, and an end of line only with a line before it. */
    @Test
    void theHashOfAnEmptyBodyIsThatOfNothing() {
        String ofNothing = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

        assertThat(hash()).isEqualTo(ofNothing);
        assertThat(hash("\r\n", "\r\n\r\n")).isEqualTo(ofNothing);
    }

    @Test
    void emptyLinesCountWhereSomethingFollows() {
        assertThat(hash("a\r\n\r\n", "\r\n", "b\r\n", "\r\n\r\n")).isEqualTo(hash("a\r\n\r\n\r\nb\r\n"));
        assertThat(hash("a\r\n", "b\r\n")).isNotEqualTo(hash("a\r\n\r\nb\r\n"));
    }

    private static String field(String field) {
        byte[] target = new byte[field.length()];
        int end = Relaxed.field(field.getBytes(US_ASCII), 0, field.length(), target, 0);
        return new String(Arrays.copyOf(target, end), US_ASCII);
    }

    private static String lines(String lines) {
        return new String(Relaxed.lines(lines.getBytes(US_ASCII)), US_ASCII);
    }

    private static String hash(String... pieces) {
        var hash = new BodyHash();
        for (String piece : pieces) {
            hash.add(piece.getBytes(US_ASCII));
        }
        return Base64.getEncoder().encodeToString(hash.bytes());
    }
}
