package com.newgroktimes.digest.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Header text in characters beyond ASCII (RFC 2047): words of at most 75, each of whole characters, B or Q, whichever is shorter. */
final class EncodedWords {

    private static final int MAX_WORD = 75;
    private static final String LETTERS_OF_Q =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/"; // what §5 (3) allows in a phrase

    private EncodedWords() {}

    /**
     * The words, with a blank between each and the next; what is between two encoded words does not count (§6.2).
     *
     * @param taken how much of its line stands before the first word
     */
    static String encode(String text, int taken) {
        boolean base64 = base64(text).length() < q(text).length();
        var words = new StringBuilder();
        var word = new StringBuilder();
        int room = MAX_WORD - taken;
        for (int c : text.codePoints().toArray()) {
            String longer = word + Character.toString(c);
            if (!word.isEmpty() && word(longer, base64).length() > room) {
                words.append(word(word.toString(), base64)).append(' ');
                word.setLength(0);
                room = MAX_WORD;
            }
            word.appendCodePoint(c);
        }
        return words.append(word(word.toString(), base64)).toString();
    }

    private static String word(String text, boolean base64) {
        return base64 ? "=?UTF-8?B?" + base64(text) + "?=" : "=?UTF-8?Q?" + q(text) + "?=";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String q(String text) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (LETTERS_OF_Q.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else if (octet == ' ') {
                encoded.append('_');
            } else {
                encoded.append('=').append(String.format("%02X", octet));
            }
        }
        return encoded.toString();
    }
}
