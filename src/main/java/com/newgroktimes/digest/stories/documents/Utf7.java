package com.newgroktimes.digest.stories.documents;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs of all scripts in those of English (RFC 2152): {@code +AOk-} is {@code é}. Browsers read it no more, since it hid markup from those
 * who looked for some; what is read here is looked through only afterwards.
 */
final class Utf7 {

    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*+)-?+");

    private Utf7() {}

    static boolean is(String label) {
        return label.strip().matches("(?i)(?:x-|unicode-(?:1-1|2-0)-)?utf-?7");
    }

    /** Empty where the bytes are something else. */
    static Optional<String> decode(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(
                SHIFTED.matcher(new String(bytes, StandardCharsets.US_ASCII)).replaceAll(Utf7::signs));
    }

    private static String signs(MatchResult shifted) {
        String told = shifted.group(1);
        if (told.isEmpty()) {
            return Matcher.quoteReplacement(shifted.group().length() > 1 ? "+" : shifted.group());
        }
        try {
            byte[] signs = Base64.getDecoder().decode(told);
            return Matcher.quoteReplacement(new String(signs, StandardCharsets.UTF_16BE));
        } catch (IllegalArgumentException other) {
            return Matcher.quoteReplacement(shifted.group());
        }
    }
}
