package com.newgroktimes.digest.mail;

import java.util.Map;

/**
 * The body of a mail, rendered and encoded once and cut at the personal slots, so that each reader's copy is a join of byte
 * ranges: multipart/alternative of plain text, then HTML (RFC 2046 §5.1.4), both quoted-printable in lines of at most 76
 * (RFC 2045 §6.7), CRLF throughout, dots at line starts not yet doubled. A slot begins after a soft line break and its value
 * is encoded on lines of its own, so that a join never re-wraps.
 */
public final class Skeleton {

    /**
     * A mark for the templates to write where a slot belongs. It holds a random part that no story can guess, so that text
     * which looks like a mark stays text.
     */
    public record Marks(Map<Slot, String> marks) {
        public static Marks random() {
            throw new UnsupportedOperationException();
        }

        public String of(Slot slot) {
            throw new UnsupportedOperationException();
        }
    }

    /** Encodes and cuts. In the text part a slot's value is written as it is, in the HTML part escaped. */
    public static Skeleton cut(String text, String html, Marks marks) {
        throw new UnsupportedOperationException();
    }

    /** A skeleton without an HTML part: one text/plain part. */
    public static Skeleton cut(String text, Marks marks) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #toBytes} wrote it. */
    public static Skeleton fromBytes(byte[] stored) {
        throw new UnsupportedOperationException();
    }

    public byte[] toBytes() {
        throw new UnsupportedOperationException();
    }

    /** The MIME headers that belong to this body (Content-Type, Content-Transfer-Encoding), as name and value. */
    public Map<String, String> headers() {
        throw new UnsupportedOperationException();
    }

    /** One reader's body. */
    public byte[] join(Map<Slot, String> values) {
        throw new UnsupportedOperationException();
    }

    /** The text and HTML with the slots filled in, as a preview shows them; HTML is empty for a text-only skeleton. */
    public String text(Map<Slot, String> values) {
        throw new UnsupportedOperationException();
    }

    public String html(Map<Slot, String> values) {
        throw new UnsupportedOperationException();
    }
}
