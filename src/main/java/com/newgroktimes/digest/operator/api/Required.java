package com.newgroktimes.digest.operator.api;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.platform.Problem;

/** What a body must bring along. */
final class Required {

    private Required() {}

    static <T> T field(String name, @Nullable T value) {
        if (value == null) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "A field is missing",
                    "The body has no \"%s\". Add it, and send again.".formatted(name));
        }
        return value;
    }
}
