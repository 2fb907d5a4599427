package com.newgroktimes.digest.stories;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in words of ours where something is not in the shape of a story. */
final class Misshapen {

    static final Flaw NO_OBJECT = new Flaw("story", "It must be an object.");

    private Misshapen() {}

    static Flaw flaw(JacksonException e) {
        String field = field(e.getPath());
        if (e instanceof UnrecognizedPropertyException) {
            return new Flaw(field, "No story has a field of that name.");
        }
        if (e instanceof MismatchedInputException mismatch) {
            return new Flaw(field, "It must be %s.".formatted(kind(mismatch.getTargetType())));
        }
        return new Flaw(field, "It cannot be read.");
    }

    private static String field(List<Reference> path) {
        StringBuilder field = new StringBuilder();
        for (Reference step : path) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.isEmpty() ? "story" : field.toString();
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Integer.class) {
            return "a whole number";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
