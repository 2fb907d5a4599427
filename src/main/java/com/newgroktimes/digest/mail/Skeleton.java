package com.newgroktimes.digest.mail;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.mime.Header;

/**
 * The body of a mail, rendered and encoded once and cut at the personal slots, so that each reader's copy is a join of byte
 * ranges: multipart/alternative of plain text, then HTML (RFC 2046 §5.1.4), both quoted-printable in lines of at most 76
 * (RFC 2045 §6.7), CRLF throughout, no dot at a line's start. A slot begins after a soft line break and its value is encoded
 * on lines of its own, so that a join never re-wraps.
 */
public final class Skeleton {

    /**
     * A mark for the templates to write where a slot belongs. It holds a random part that no story can guess, so that text
     * which looks like a mark stays text; small letters only, so that no escaping or encoding changes it.
     */
    public record Marks(Map<Slot, String> marks) {

        private static final SecureRandom RANDOM = new SecureRandom();

        public Marks {
            if (marks.size() != Slot.values().length) {
                throw new IllegalArgumentException("Each slot needs a mark.");
            }
        }

        public static Marks random() {
            var start = new StringBuilder("slot");
            RANDOM.ints(20, 'a', 'z' + 1).forEach(start::appendCodePoint);
            var marks = new EnumMap<Slot, String>(Slot.class);
            for (Slot slot : Slot.values()) {
                marks.put(slot, start.toString() + (char) ('a' + slot.ordinal()));
            }
            return new Marks(marks);
        }

        public String of(Slot slot) {
            return Objects.requireNonNull(marks.get(slot), slot::name);
        }
    }

    private static final byte[] NOTHING = {};
    private static final byte[] END_OF_HEAD = {'\r', '\n'};
    private static final String PLAIN = "text/plain; charset=UTF-8";
    private static final String QUOTED_PRINTABLE = "quoted-printable";

    private final EncodedPart text;
    private final @Nullable EncodedPart html;
    private final String hash;

    private final Map<String, String> headers;
    private final String headerLines;
    private final byte[] opening;
    private final byte[] middle;
    private final byte[] closing;
    /** Made when it is first wanted: most skeletons are only looked at, and without a key none is signed. */
    private volatile @Nullable RelaxedBody relaxed;

    private Skeleton(EncodedPart text, @Nullable EncodedPart html) {
        this.text = text;
        this.html = html;
        hash = StoredSkeleton.hash(html == null ? List.of(text) : List.of(text, html));
        if (html == null) {
            headers = headers(PLAIN, QUOTED_PRINTABLE);
            opening = middle = closing = NOTHING;
        } else {
            String boundary = "=_" + hash.substring(0, 32); // in no part: quoted-printable never writes =_
            headers = headers("multipart/alternative; boundary=\"" + boundary + "\"", "7bit");
            opening = ascii("--" + boundary + "\r\n" + lines(headers(PLAIN, QUOTED_PRINTABLE)) + "\r\n");
            middle = ascii("\r\n--" + boundary + "\r\n" + lines(headers("text/html; charset=UTF-8", QUOTED_PRINTABLE))
                    + "\r\n");
            closing = ascii("\r\n--" + boundary + "--\r\n");
        }
        headerLines = lines(headers);
    }

    /** Encodes and cuts. In the text part a slot's value is written as it is, in the HTML part escaped. */
    public static Skeleton cut(String text, String html, Marks marks) {
        return new Skeleton(EncodedPart.of(text, marks), EncodedPart.of(html, marks));
    }

    /** Of a mail that is made for one reader: it has no slots. */
    public static Skeleton whole(String text, String html) {
        return new Skeleton(EncodedPart.of(text), EncodedPart.of(html));
    }

    /** A skeleton without an HTML part: one text/plain part. */
    public static Skeleton cut(String text, Marks marks) {
        return new Skeleton(EncodedPart.of(text, marks), null);
    }

    /**
     * As {@link #toBytes} wrote it.
     *
     * @throws IllegalArgumentException if it is not, to the last byte
     */
    public static Skeleton fromBytes(byte[] stored) {
        List<EncodedPart> parts = StoredSkeleton.read(stored);
        return new Skeleton(parts.get(0), parts.size() > 1 ? parts.get(1) : null);
    }

    public byte[] toBytes() {
        return StoredSkeleton.write(parts());
    }

    /** SHA-256 over the parts and the places of their slots, in hexadecimal. */
    public String hash() {
        return hash;
    }

    /** The MIME headers that belong to this body (Content-Type, Content-Transfer-Encoding), as name and value. */
    public Map<String, String> headers() {
        return headers;
    }

    String headerLines() {
        return headerLines;
    }

    /** One reader's body. */
    public byte[] join(Map<Slot, String> values) {
        return join(Filling.of(values), 0);
    }

    /** @param head the header fields, which a blank line ends */
    byte[] join(Filling filling, byte[]... head) {
        byte[] body = join(
                filling, Arrays.stream(head).mapToInt(fields -> fields.length).sum() + END_OF_HEAD.length);
        int at = 0;
        for (byte[] fields : head) {
            at = put(fields, body, at);
        }
        put(END_OF_HEAD, body, at);
        return body;
    }

    /** With so much room before it. */
    private byte[] join(Filling filling, int room) {
        int length = room + opening.length + text.length(filling.inText()) + middle.length + closing.length;
        var joined = new byte[html == null ? length : length + html.length(filling.inHtml())];
        int at = text.join(filling.inText(), joined, put(opening, joined, room));
        if (html != null) {
            at = html.join(filling.inHtml(), joined, put(middle, joined, at));
            put(closing, joined, at);
        }
        return joined;
    }

    /** SHA-256 of one reader's body in relaxed form (RFC 6376 §3.7). */
    byte[] relaxedHash(Filling filling) {
        RelaxedBody once = relaxed;
        if (once == null) { // two threads may make it: it is the same
            once = RelaxedBody.of(opening, text, middle, html, closing);
            relaxed = once;
        }
        return once.hash(filling);
    }

    /** The text and HTML with the slots filled in, as a preview shows them; HTML is empty for a text-only skeleton. */
    public String text(Map<Slot, String> values) {
        return text.decoded(SlotValues.inText(values));
    }

    public String html(Map<Slot, String> values) {
        return html == null ? "" : html.decoded(SlotValues.inHtml(values));
    }

    private List<EncodedPart> parts() {
        return html == null ? List.of(text) : List.of(text, html);
    }

    private static int put(byte[] bytes, byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
        return at + bytes.length;
    }

    private static Map<String, String> headers(String type, String encoding) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", type);
        headers.put("Content-Transfer-Encoding", encoding);
        return Collections.unmodifiableMap(headers);
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> Header.field(header.getKey(), header.getValue()))
                .collect(Collectors.joining());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
