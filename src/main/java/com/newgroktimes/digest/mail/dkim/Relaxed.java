package com.newgroktimes.digest.mail.dkim;

import java.util.Arrays;

/**
 * The relaxed form of a mail (RFC 6376 §3.4.2, §3.4.4): it does not tell how headers were folded, or how many blanks stood between
 * two words, which somebody on the way may change.
 */
public final class Relaxed {

    private Relaxed() {}

    /** Lines of a body, each with its end: a run of blanks is one, and none ends a line. Empty lines stay. */
    public static byte[] lines(byte[] lines) {
        byte[] relaxed = new byte[lines.length];
        return Arrays.copyOf(relaxed, relax(lines, relaxed));
    }

    /** A header field, without the end of its last line, written from {@code at} on. Where it ends. */
    static int field(byte[] head, int from, int to, byte[] target, int at) {
        int next = from;
        int end = at;
        for (; head[next] != ':'; next++) {
            end = isBlank(head[next]) ? end : put(small(head[next]), target, end);
        }
        end = put((byte) ':', target, end);
        do {
            next++;
        } while (next < to && isSpace(head[next]));
        return unfolded(head, next, to, target, end);
    }

    private static int unfolded(byte[] head, int from, int to, byte[] target, int at) {
        int end = at;
        boolean space = false;
        for (int next = from; next < to; next++) {
            if (isSpace(head[next])) {
                space = true;
            } else {
                end = space ? put((byte) ' ', target, end) : end;
                end = put(head[next], target, end);
                space = false;
            }
        }
        return end;
    }

    private static int relax(byte[] lines, byte[] target) {
        int end = 0;
        boolean blank = false;
        for (byte octet : lines) {
            if (isBlank(octet)) {
                blank = true;
            } else {
                end = blank && octet != '\r' ? put((byte) ' ', target, end) : end;
                end = put(octet, target, end);
                blank = false;
            }
        }
        return end;
    }

    private static int put(byte octet, byte[] target, int at) {
        target[at] = octet;
        return at + 1;
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    /** A fold is an end of line with blanks behind it. */
    private static boolean isSpace(byte octet) {
        return isBlank(octet) || octet == '\r' || octet == '\n';
    }

    private static byte small(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? (byte) (octet + 'a' - 'A') : octet;
    }
}
