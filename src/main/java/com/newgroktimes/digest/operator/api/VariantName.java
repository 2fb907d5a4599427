package com.newgroktimes.digest.operator.api;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.platform.Problem;

/** How the API names a variant: its language, and {@code .text} after it for plain text alone: {@code en}, {@code en.text}. */
final class VariantName {

    /** What most readers get. */
    static final String USUAL = "en";

    private static final Pattern NAME = Pattern.compile("([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)(?:\\.(html|text))?");

    private VariantName() {}

    static String of(Variant variant) {
        return variant.format().equals("html") ? variant.language() : variant.language() + "." + variant.format();
    }

    /** @param languages those that there are variants in */
    static Variant parse(String name, Collection<String> languages) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "Not a variant",
                    "\"%s\" names no variant. Variants are named like en, or en.text for plain text alone."
                            .formatted(name));
        }
        if (!languages.contains(parts.group(1))) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND,
                    "No such variant",
                    "There is no variant \"%s\". There are: %s.".formatted(name, named(languages)));
        }
        return new Variant(parts.group(1), parts.group(2) == null ? "html" : parts.group(2), List.of());
    }

    private static String named(Collection<String> languages) {
        return languages.stream()
                .flatMap(language -> Stream.of(language, language + ".text"))
                .collect(Collectors.joining(", "));
    }
}
