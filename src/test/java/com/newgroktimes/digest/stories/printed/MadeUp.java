package com.newgroktimes.digest.stories.printed;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Words of no language, and what is made of them. The same seed makes the same. */
final class MadeUp {

    private static final List<String> SYLLABLES = List.of(
            "ka", "ro", "min", "tel", "va", "os", "bre", "lun", "dá", "ße", "qui", "nor", "ix", "ms", "éa", "tan");
    private static final List<String> SIGNS = List.of(
            ":", " --", " —", " –", ",", " [3]", " (so)", " [sic]", ";", " &", " <b>", " ${x}", " \"so\"", " 2,000",
            "?", "!", "…");

    private final Random random;

    MadeUp(long seed) {
        this.random = new Random(seed);
    }

    boolean often() {
        return random.nextInt(10) < 7;
    }

    boolean seldom() {
        return random.nextInt(10) < 2;
    }

    int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    <T> @Nullable T maybe(Supplier<T> made) {
        return often() ? made.get() : null;
    }

    <T> List<T> list(int least, int most, Supplier<T> made) {
        return Stream.generate(made).limit(from(least, most)).toList();
    }

    String word() {
        return IntStream.range(0, from(2, 3)).mapToObj(i -> of(SYLLABLES)).collect(Collectors.joining());
    }

    String name() {
        String word = word();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Words with all signs between them, and none at their end. */
    String words(int least, int most) {
        String words = list(least, most, () -> word() + (seldom() ? of(SIGNS) : "")).stream()
                .collect(Collectors.joining(" "));
        return name() + " " + words + " " + word();
    }

    String section() {
        String section = switch (from(1, 6)) {
            case 1 -> name();
            case 2 -> name() + " & " + name();
            case 3 -> name() + " " + name();
            case 4 -> name() + "-" + name() + "/" + name();
            case 5 -> name() + ": " + name();
            default -> name().toUpperCase(Locale.ROOT) + " and " + name();
        };
        return section.length() > 40 ? name() : section;
    }

    String headline() {
        return (seldom() ? of(List.of("[3] ", "\"", "2,000 ", "X: ")) : "") + words(4, 12) + (seldom() ? "?" : "");
    }

    String sentence() {
        return words(3, 20) + ".";
    }

    String paragraph() {
        String beginning =
                seldom() ? of(List.of("[3] ", "-- ", "--", "— ", "• ", "1. ", "X ", "MSM ", "News Sources say ")) : "";
        return beginning + list(1, 4, this::sentence).stream().collect(Collectors.joining(" "));
    }

    String address(String host) {
        return "https://" + host + "/" + word().replaceAll("[^a-z]", "")
                + of(List.of("", "?a=1&b=[2]", "/x-y_z", "#part", "/a|b", ":80/"));
    }
}
