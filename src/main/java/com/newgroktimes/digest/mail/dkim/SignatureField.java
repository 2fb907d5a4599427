package com.newgroktimes.digest.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * One DKIM-Signature field (RFC 6376 §3.5). Without l=, which would let strangers add to a body (§8.2), and without x=: a mail may wait
 * for days.
 */
final class SignatureField {

    private static final int WIDTH = 76;

    private SignatureField() {}

    static String of(SigningKey key, String domain, SignedFields covered, String bodyHash, Instant at) {
        String unsigned = "DKIM-Signature: v=1; a=" + key.algorithm().tag() + "; c=relaxed/relaxed;\r\n d=" + domain
                + ";\r\n s=" + key.selector() + "; t=" + at.getEpochSecond() + ";\r\n h=" + list(covered.names())
                + ";\r\n bh=" + bodyHash + ";\r\n b=";
        byte[] signature = key.sign(signed(covered.relaxed(), unsigned.getBytes(StandardCharsets.US_ASCII)));
        return unsigned + lines(Base64.getEncoder().encodeToString(signature)) + "\r\n";
    }

    /** The fields, then this one, in relaxed form and without its last line's end (RFC 6376 §3.7). */
    private static byte[] signed(byte[] relaxed, byte[] field) {
        byte[] all = Arrays.copyOf(relaxed, relaxed.length + field.length);
        return Arrays.copyOf(all, Relaxed.field(field, 0, field.length, all, relaxed.length));
    }

    private static String list(List<String> names) {
        var list = new StringBuilder();
        int column = " h=".length();
        for (String name : names) {
            if (list.length() > 0) {
                list.append(':');
                column++;
            }
            if (column + name.length() + 1 > WIDTH) {
                list.append("\r\n  ");
                column = 2;
            }
            list.append(name);
            column += name.length();
        }
        return list.toString();
    }

    private static String lines(String base64) {
        var lines = new StringBuilder();
        int room = WIDTH - " b=".length();
        for (int from = 0; from < base64.length(); ) {
            int to = Math.min(base64.length(), from + room);
            lines.append(from == 0 ? "" : "\r\n ").append(base64, from, to);
            from = to;
            room = WIDTH - 1;
        }
        return lines.toString();
    }
}
