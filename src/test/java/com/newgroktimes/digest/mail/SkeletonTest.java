package com.newgroktimes.digest.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SkeletonTest {

    private final Skeleton.Marks marks = Skeleton.Marks.random();

    @Test
    void joinsOneReadersCopy() throws Exception {
        String text = "Hello " + marks.of(Slot.ADDRESS) + ",\nleave: " + marks.of(Slot.UNSUBSCRIBE) + "\n";
        String html = "<a href=\"" + marks.of(Slot.UNSUBSCRIBE) + "\">for " + marks.of(Slot.ADDRESS) + "</a>\n";
        var skeleton = Skeleton.cut(text, html, marks);
        Map<Slot, String> values =
                Map.of(Slot.ADDRESS, "\"<ada>&'\"@example.org", Slot.UNSUBSCRIBE, "https://x.example/u/1?a=b&c=.d");

        String expectedText = "Hello \"<ada>&'\"@example.org,\r\nleave: https://x.example/u/1?a=b&c=.d\r\n";
        String expectedHtml = "<a href=\"https://x.example/u/1?a=b&amp;c=.d\">"
                + "for &quot;&lt;ada&gt;&amp;&#39;&quot;@example.org</a>\r\n";
        assertThat(StrictMail.read(message(skeleton, values)).parts()).containsExactly(expectedText, expectedHtml);
        assertThat(skeleton.text(values)).isEqualTo(expectedText);
        assertThat(skeleton.html(values)).isEqualTo(expectedHtml);

        var parsed = (MimeMultipart) parsed(message(skeleton, values)).getContent();
        assertThat(parsed.getContentType()).startsWith("multipart/alternative");
        assertThat(parsed.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(parsed.getBodyPart(0).getContent()).isEqualTo(expectedText);
        assertThat(parsed.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(parsed.getBodyPart(1).getContent()).isEqualTo(expectedHtml);
    }

    @Test
    void isOnePlainPartWithoutHtml() throws Exception {
        var skeleton = Skeleton.cut("Grüße an " + marks.of(Slot.ADDRESS), marks);
        Map<Slot, String> values = Map.of(Slot.ADDRESS, "дана@example.org");

        assertThat(skeleton.headers())
                .containsEntry("Content-Type", "text/plain; charset=UTF-8")
                .containsEntry("Content-Transfer-Encoding", "quoted-printable");
        assertThat(parsed(message(skeleton, values)).getContent()).isEqualTo("Grüße an дана@example.org\r\n");
        assertThat(skeleton.text(values)).isEqualTo("Grüße an дана@example.org\r\n");
        assertThat(skeleton.html(values)).isEmpty();
    }

    @Test
    void decodesToWhatWentInWhateverItIs() throws Exception {
        var random = new Random(2045);
        for (int i = 0; i < 2_000; i++) {
            Map<Slot, String> values = Map.of(
                    Slot.ADDRESS, anything(random, 12).replaceAll("[\r\n]", ""),
                    Slot.SIGNED_UP, anything(random, 3).replaceAll("[\r\n]", ""),
                    Slot.UNSUBSCRIBE, "https://x.example/u/" + "Aa-_".repeat(random.nextInt(60)));
            String withMarks = anything(random, 30)
                    + marks.of(Slot.ADDRESS)
                    + anything(random, 4)
                    + marks.of(Slot.SIGNED_UP)
                    + marks.of(Slot.UNSUBSCRIBE)
                    + anything(random, 30);
            var skeleton =
                    Skeleton.fromBytes(Skeleton.cut(withMarks, withMarks, marks).toBytes());
            byte[] message = message(skeleton, values);

            String text = filled(withMarks, values);
            String html = filled(withMarks, escaped(values));
            assertThat(StrictMail.read(message).parts()).containsExactly(text, html);
            var parsed = (MimeMultipart) parsed(message).getContent();
            assertThat(parsed.getBodyPart(0).getContent()).isEqualTo(text);
            assertThat(parsed.getBodyPart(1).getContent()).isEqualTo(html);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", ".x", "\n.\n..\n.x\n", "From here", "a\nFrom here"})
    void needsNothingChangedOnTheWay(String text) {
        var skeleton = Skeleton.cut(text + marks.of(Slot.ADDRESS) + text, marks);
        byte[] message = message(skeleton, Map.of(Slot.ADDRESS, text));

        String parts = StrictMail.read(message).parts().get(0);
        assertThat(parts).isEqualTo(lines(text + text + text));
    }

    @Test
    void takesTextThatLooksLikeAMarkAsText() {
        String looksAlike = Skeleton.Marks.random().of(Slot.ADDRESS);
        var skeleton = Skeleton.cut(looksAlike + marks.of(Slot.ADDRESS), marks);

        assertThat(skeleton.text(Map.of(Slot.ADDRESS, marks.of(Slot.ADDRESS))))
                .isEqualTo(looksAlike + marks.of(Slot.ADDRESS) + "\r\n");
    }

    @Test
    void isTheSameBytesForTheSameContent() {
        var again = Skeleton.Marks.random();
        var first = Skeleton.cut("a" + marks.of(Slot.ADDRESS), "b", marks);
        var second = Skeleton.cut("a" + again.of(Slot.ADDRESS), "b", again);

        assertThat(second.hash()).isEqualTo(first.hash()).matches("[0-9a-f]{64}");
        assertThat(second.toBytes()).isEqualTo(first.toBytes());
        assertThat(Skeleton.cut("a" + marks.of(Slot.SETTINGS), "b", marks).hash())
                .isNotEqualTo(first.hash());
    }

    @Test
    void isTheSameWithoutSlotsAsWithNoneInIt() {
        String text = "Grüße\n.dot\nFrom us ";
        assertThat(Skeleton.whole(text, "<p>" + text).toBytes())
                .isEqualTo(Skeleton.cut(text, "<p>" + text, marks).toBytes());
    }

    @Test
    void isNotReadBackOnceAByteHasChanged() {
        byte[] stored = Skeleton.cut("text", "html", marks).toBytes();
        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> Skeleton.fromBytes(changed)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Skeleton.fromBytes(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheSlotThatHasNoValue() {
        var skeleton = Skeleton.cut(marks.of(Slot.SETTINGS), marks);
        assertThatThrownBy(() -> skeleton.join(Map.of())).hasMessageContaining("SETTINGS");
    }

    private static byte[] message(Skeleton skeleton, Map<Slot, String> values) {
        var head = new StringBuilder("MIME-Version: 1.0\r\n");
        skeleton.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return skeleton.join(Filling.of(values), head.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static MimeMessage parsed(byte[] message) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(message));
    }

    private String filled(String content, Map<Slot, String> values) {
        for (Map.Entry<Slot, String> value : values.entrySet()) {
            content = content.replace(marks.of(value.getKey()), value.getValue());
        }
        return lines(content);
    }

    private static Map<Slot, String> escaped(Map<Slot, String> values) {
        var escaped = new java.util.EnumMap<Slot, String>(Slot.class);
        values.forEach((slot, value) -> escaped.put(
                slot,
                value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;")));
        return escaped;
    }

    private static String lines(String text) {
        String lines = text.replaceAll("\r\n|\r|\n", "\r\n");
        return lines.endsWith("\r\n") ? lines : lines + "\r\n";
    }

    private static String anything(Random random, int pieces) {
        List<String> bits = List.of(
                "a",
                "word ",
                " ",
                "\t",
                "\n",
                "\r\n",
                "\r",
                ".",
                "=",
                "=3D",
                "é",
                "中文",
                "😀",
                "\u0000",
                "\u2028",
                "--",
                "From ",
                "<b>&amp;'\"",
                "x".repeat(80),
                "日".repeat(30),
                "--=_0123",
                "a. b");
        var text = new StringBuilder();
        random.ints(random.nextInt(pieces), 0, bits.size()).forEach(i -> text.append(bits.get(i)));
        return text.toString();
    }

    /** A relay takes a dot at a line's start away, and a dot alone for the end of the message. */
    @ParameterizedTest
    @ValueSource(strings = {".x", "a\r\n.\r\n", "a\n.b"})
    void refusesPartsInWhichALineBeginsWithADot(String part) {
        assertThatThrownBy(() -> new EncodedPart(part.getBytes(StandardCharsets.US_ASCII), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dot");
    }
}
