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
        try {
            String text = new String(bytes, StandardCharsets.US_ASCII);
            return Optional.of(SHIFTED.matcher(text).replaceAll(Utf7::signs));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static String signs(MatchResult shifted) {
        String told = shifted.group(1);
        if (told.isEmpty()) {
            return Matcher.quoteReplacement(shifted.group().length() > 1 ? "+" : shifted.group());
        }
        return Matcher.quoteReplacement(new String(Base64.getDecoder().decode(told), StandardCharsets.UTF_16BE));
    }
}
