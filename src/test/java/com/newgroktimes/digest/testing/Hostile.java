package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What nobody should write into a story, from {@code src/test/resources/hostile}. */
public final class Hostile {

    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-f]{4})|([rnt\\\\]))");
    private static final Map<String, String> SHORT = Map.of("r", "\r", "n", "\n", "t", "\t", "\\", "\\");

    private Hostile() {}

    /** Where text or HTML is expected. */
    public static List<String> text() {
        return lines("/hostile/text.txt");
    }

    /** Where an address is expected. */
    public static List<String> addresses() {
        return lines("/hostile/addresses.txt");
    }

    /** Each {@code of}-th of them, beginning with number {@code hand}: dealt like cards. */
    public static List<String> dealt(List<String> all, int hand, int of) {
        return IntStream.range(0, all.size())
                .filter(i -> i % of == hand)
                .mapToObj(all::get)
                .toList();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Hostile.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(Hostile::unescaped)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        return ESCAPED.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null
                                ? SHORT.get(found.group(2))
                                : String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
