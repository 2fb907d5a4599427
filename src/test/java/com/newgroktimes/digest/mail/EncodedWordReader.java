package com.newgroktimes.digest.mail;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads the encoded words of RFC 2047, and fails where one breaks its rules. */
final class EncodedWordReader {

    private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?([BQ])\\?([^? ]*)\\?=");

    private EncodedWordReader() {}

    static String decoded(String value) {
        return WORD.matcher(value.replaceAll("\\?= +=\\?", "?==?"))
                .replaceAll(word -> Matcher.quoteReplacement(wholeCharacters(word)));
    }

    private static String wholeCharacters(MatchResult word) {
        assertThat(word.group().length()).as(word.group()).isLessThanOrEqualTo(75);
        byte[] octets = word.group(1).equals("B") ? Base64.getDecoder().decode(word.group(2)) : q(word.group(2));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException cutInTwo) {
            throw new UncheckedIOException(word.group(), cutInTwo);
        }
    }

    private static byte[] q(String encoded) {
        var octets = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '=') {
                octets.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                octets.write(c == '_' ? ' ' : c);
            }
        }
        return octets.toByteArray();
    }
}
