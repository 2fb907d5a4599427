package com.newgroktimes.digest.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;

import com.newgroktimes.digest.mail.dkim.BodyHash;
import com.newgroktimes.digest.mail.dkim.Relaxed;
import com.newgroktimes.digest.mail.mime.QuotedPrintable;

/**
 * One part of a body, encoded, with the places where slots belong.
 *
 * @param cuts in the order of their places
 */
record EncodedPart(byte[] bytes, List<Cut> cuts) {

    EncodedPart {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '.' && (i == 0 || bytes[i - 1] == '\n')) {
                throw new IllegalArgumentException(
                        "A line of a part begins with a dot, which a relay would take away.");
            }
        }
    }

    /** @param at how many of the part's bytes come before the slot's */
    record Cut(int at, Slot slot) {}

    /** Without slots. */
    static EncodedPart of(String content) {
        return new EncodedPart(new QuotedPrintable().text(ended(content)).bytes(), List.of());
    }

    static EncodedPart of(String content, Skeleton.Marks marks) {
        var encoder = new QuotedPrintable();
        var cuts = new ArrayList<Cut>();
        int done = 0;
        Matcher mark = anyOf(marks).matcher(content);
        while (mark.find()) {
            encoder.text(content.substring(done, mark.start())).softBreak();
            cuts.add(new Cut(encoder.length(), slot(mark.group(), marks)));
            done = mark.end();
        }
        encoder.text(ended(content.substring(done)));
        return new EncodedPart(encoder.bytes(), List.copyOf(cuts));
    }

    /** A slot's last line ends softly, and a part may not (RFC 2045 §6.7, note 3). */
    private static String ended(String content) {
        return content.endsWith("\n") || content.endsWith("\r") ? content : content + "\n";
    }

    private static Pattern anyOf(Skeleton.Marks marks) {
        return Pattern.compile(
                marks.marks().values().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    private static Slot slot(String mark, Skeleton.Marks marks) {
        return Arrays.stream(Slot.values())
                .filter(slot -> marks.of(slot).equals(mark))
                .findFirst()
                .orElseThrow();
    }

    int length(SlotValues values) {
        int length = bytes.length;
        for (Cut cut : cuts) {
            length += values.of(cut.slot()).length;
        }
        return length;
    }

    /** Writes the part from {@code start} on, and tells where it ends. */
    int join(SlotValues values, byte[] target, int start) {
        int from = 0;
        int to = start;
        for (Cut cut : cuts) {
            to = copy(bytes, from, cut.at() - from, target, to);
            byte[] value = values.of(cut.slot());
            to = copy(value, 0, value.length, target, to);
            from = cut.at();
        }
        return copy(bytes, from, bytes.length - from, target, to);
    }

    /** The same in relaxed form (RFC 6376 §3.4.4). Each cut is at a line's start. */
    EncodedPart relaxed() {
        var lines = new ByteArrayOutputStream(bytes.length);
        var moved = new ArrayList<Cut>();
        int from = 0;
        for (Cut cut : cuts) {
            lines.writeBytes(Relaxed.lines(Arrays.copyOfRange(bytes, from, cut.at())));
            moved.add(new Cut(lines.size(), cut.slot()));
            from = cut.at();
        }
        lines.writeBytes(Relaxed.lines(Arrays.copyOfRange(bytes, from, bytes.length)));
        return new EncodedPart(lines.toByteArray(), List.copyOf(moved));
    }

    void addTo(BodyHash hash, SlotValues values) {
        int from = 0;
        for (Cut cut : cuts) {
            hash.add(bytes, from, cut.at()).add(values.of(cut.slot()));
            from = cut.at();
        }
        hash.add(bytes, from, bytes.length);
    }

    private static int copy(byte[] source, int from, int length, byte[] target, int to) {
        System.arraycopy(source, from, target, to, length);
        return to + length;
    }

    /** What a reader's mail program makes of it. */
    String decoded(SlotValues values) {
        var joined = new byte[length(values)];
        join(values, joined, 0);
        try (InputStream content = MimeUtility.decode(new ByteArrayInputStream(joined), "quoted-printable")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
