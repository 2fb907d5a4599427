package com.newgroktimes.digest.operator.api;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;

/** Says where a JSON body stops making sense, without Jackson's words, which name our classes. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Fault fault(HttpMessageNotReadableException unreadable) {
        return Fault.of(HttpStatus.BAD_REQUEST, detail(unreadable.getCause()));
    }

    private static String detail(@Nullable Throwable cause) {
        if (cause instanceof DatabindException fit && !fit.getPath().isEmpty()) {
            return "The field %s holds what cannot be read there%s. Correct it, and send again."
                    .formatted(path(fit.getPath()), place(fit));
        }
        if (cause instanceof JacksonException broken) {
            return "The body is not the JSON that this address takes%s. Correct it, and send again."
                    .formatted(place(broken));
        }
        return "The body is missing or cannot be read. Send JSON, in UTF-8.";
    }

    /** {@code stories[2].image.url}. */
    private static String path(List<Reference> path) {
        String joined = path.stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return joined.startsWith(".") ? joined.substring(1) : joined;
    }

    private static String place(JacksonException broken) {
        var at = broken.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }
}
