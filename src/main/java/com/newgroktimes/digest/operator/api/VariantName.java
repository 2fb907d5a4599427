package com.newgroktimes.digest.operator.api;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.platform.Problem;

/** How the API names a variant: its language, and {@code .text} after it for plain text alone: {@code en}, {@code en.text}. */
final class VariantName {

    private static final Pattern NAME = Pattern.compile("([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)(?:\\.(html|text))?");

    private VariantName() {}

    static String of(Variant variant) {
        return variant.format().equals("html") ? variant.language() : variant.language() + "." + variant.format();
    }

    static Variant parse(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "Not a variant",
                    "\"%s\" names no variant. Variants are named like en, or en.text for plain text alone."
                            .formatted(name));
        }
        return new Variant(parts.group(1), parts.group(2) == null ? "html" : parts.group(2), List.of());
    }
}
