package com.newgroktimes.digest.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes text as quoted-printable UTF-8 (RFC 2045 §6.7): CRLF lines of at most 76, no character cut in two. No line begins
 * with a dot or with {@code From }, so that nothing on the way has to change one (RFC 2049 §3).
 */
public final class QuotedPrintable {

    /** A line's 76th place is kept for the soft break. */
    private static final int WIDTH = 75;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] encoded = new byte[256];
    private int length;
    private int column;
    /** A blank that may turn out to be the last of its line, where it must be encoded; 0 is none. */
    private byte pendingBlank;

    /** Every CRLF, lone CR and lone LF is a line break. */
    public QuotedPrintable text(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' || c == '\n') {
                i += c == '\r' && text.startsWith("\n", i) ? 1 : 0;
                hardBreak();
            } else if (c == ' ' || c == '\t') {
                writePendingBlank();
                pendingBlank = (byte) c;
            } else {
                writePendingBlank();
                character(c, c == 'F' && text.startsWith("rom ", i));
            }
        }
        return this;
    }

    /** Ends the line, if one is begun, without ending the text's line: what follows begins at column 0. */
    public QuotedPrintable softBreak() {
        writePendingBlank();
        if (column > 0) {
            endSoftly();
        }
        return this;
    }

    /** What was written so far is the start of this many bytes. */
    public int length() {
        return length;
    }

    /** Call it after a break only: a blank at the very end is not in it yet. */
    public byte[] bytes() {
        return Arrays.copyOf(encoded, length);
    }

    private void hardBreak() {
        if (pendingBlank != 0) {
            escaped(pendingBlank);
        }
        pendingBlank = 0;
        lineEnd();
    }

    private void endSoftly() {
        write('=');
        lineEnd();
    }

    private void lineEnd() {
        write('\r');
        write('\n');
        column = 0;
    }

    private void writePendingBlank() {
        if (pendingBlank != 0) {
            room(1);
            plain(pendingBlank);
            pendingBlank = 0;
        }
    }

    private void character(int c, boolean from) {
        if (c > '~') {
            byte[] octets = Character.toString(c).getBytes(StandardCharsets.UTF_8);
            room(3 * octets.length);
            for (byte octet : octets) {
                escaped(octet);
            }
            return;
        }
        room(1);
        boolean marksLine = column == 0 && (c == '.' || from);
        if (c < '!' || c == '=' || marksLine) {
            escaped((byte) c);
        } else {
            plain((byte) c);
        }
    }

    private void room(int width) {
        if (column + width > WIDTH) {
            endSoftly();
        }
    }

    private void plain(byte octet) {
        write(octet);
        column++;
    }

    private void escaped(byte octet) {
        room(3);
        write('=');
        write(HEX[octet >> 4 & 0xF]);
        write(HEX[octet & 0xF]);
        column += 3;
    }

    private void write(int octet) {
        if (length == encoded.length) {
            encoded = Arrays.copyOf(encoded, 2 * length);
        }
        encoded[length++] = (byte) octet;
    }
}
