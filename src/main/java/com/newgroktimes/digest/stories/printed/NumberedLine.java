package com.newgroktimes.digest.stories.printed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A line of a list of sources, or several that were one, as far as it goes: {@code [3] words https://…}, or an address alone. */
record NumberedLine(
        @Nullable Integer n,
        @Nullable String words,
        @Nullable String url) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL;

    private static final Pattern NUMBERED = Pattern.compile("\\[\\s*(\\d{1,4})\\s*]\\s*[:.)]?\\s*(.*)", FLAGS);
    private static final Pattern ADDRESS = Pattern.compile("<?(https?://[^\\s<>]+)>?", FLAGS);
    private static final Pattern LAST_ADDRESS =
            Pattern.compile("(.*?)(?:^|(?<![\\s<])[\\s<]++)(https?://[^\\s<>]+)>?", FLAGS);
    private static final Pattern ADDRESS_WITHIN =
            Pattern.compile("(?<![^\\s<(])<?(https?://[^\\s<>]*[^\\s<>.,:;!?)\"”])[>)]?", FLAGS);
    private static final Pattern ON_X =
            Pattern.compile("https?://(?:[\\w-]+\\.)?(?:x|twitter)\\.com(?:[/?#].*)?", FLAGS);

    /** Null where the line has neither a number nor is it an address. */
    static @Nullable NumberedLine of(String line) {
        Matcher address = ADDRESS.matcher(line);
        if (address.matches()) {
            return new NumberedLine(null, null, address.group(1));
        }
        Matcher numbered = NUMBERED.matcher(line);
        return numbered.matches() ? of(Integer.valueOf(numbered.group(1)), numbered.group(2)) : null;
    }

    private static NumberedLine of(int n, String rest) {
        Matcher address = LAST_ADDRESS.matcher(rest);
        return address.matches()
                ? new NumberedLine(n, orNull(address.group(1)), address.group(2))
                : new NumberedLine(n, orNull(rest), null);
    }

    private static @Nullable String orNull(String words) {
        return words.isEmpty() ? null : words;
    }

    /** Whether it can stand in a list that no heading announces. */
    static boolean isWhole(String line) {
        NumberedLine numbered = of(line);
        return numbered != null && numbered.n() != null && numbered.url() != null;
    }

    static boolean isNumbered(String line) {
        return NUMBERED.matcher(line).matches();
    }

    static boolean endsInAddress(String line) {
        return LAST_ADDRESS.matcher(line).matches();
    }

    /** An address and nothing else. */
    boolean isBare() {
        return n == null;
    }

    /** Where none ends it, with the first that it has: words may follow. */
    NumberedLine withAddressWithin() {
        Matcher within = ADDRESS_WITHIN.matcher(words == null ? "" : words);
        if (url != null || words == null || !within.find()) {
            return this;
        }
        String around = words.substring(0, within.start()).strip() + " "
                + words.substring(within.end()).strip();
        return new NumberedLine(n, orNull(around.strip()), within.group(1));
    }

    boolean isOnX() {
        return url != null && ON_X.matcher(url).matches();
    }
}
