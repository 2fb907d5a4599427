package com.newgroktimes.digest.operator.api;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a JSON body stops making sense, without Jackson's words, which name our classes. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Fault fault(HttpMessageNotReadableException unreadable) {
        return Fault.of(HttpStatus.BAD_REQUEST, detail(unreadable.getCause()));
    }

    private static String detail(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return "%s is not a field of this request; it may have: %s. Nothing was done; correct it, and send again."
                    .formatted(path(unknown.getPath()), fields(unknown));
        }
        if (cause instanceof DatabindException fit && !fit.getPath().isEmpty()) {
            return "The field %s holds what cannot be read there%s%s. Correct it, and send again."
                    .formatted(path(fit.getPath()), place(fit), wanted(fit));
        }
        if (cause instanceof StreamReadException broken && saysAFieldTwice(broken)) {
            return "The body has the field %s twice%s. Nothing was done; say it once, and send again."
                    .formatted(broken.processor().currentName(), place(broken));
        }
        if (cause instanceof JacksonException broken) {
            return "The body is not the JSON that this address takes%s. Correct it, and send again."
                    .formatted(place(broken));
        }
        return "The body is missing or cannot be read. Send JSON, in UTF-8.";
    }

    /** Jackson has no type of its own for it. */
    private static boolean saysAFieldTwice(StreamReadException broken) {
        return broken.processor() != null && broken.getOriginalMessage().startsWith("Duplicate ");
    }

    private static String fields(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String wanted(DatabindException fit) {
        return fit instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? wanted(mismatch.getTargetType())
                : "";
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return ": it takes one of " + joined(type.getEnumConstants());
        }
        if (type == Long.class || type == Integer.class) {
            return ": it takes a whole number, without quotation marks";
        }
        if (type == Boolean.class) {
            return ": it takes true or false, without quotation marks";
        }
        if (type == Instant.class) {
            return ": it takes a moment, such as \"2026-11-30T07:00:00Z\"";
        }
        return type == String.class ? ": it takes a text in quotation marks" : "";
    }

    private static String joined(Object[] constants) {
        return Stream.of(constants).map(String::valueOf).collect(Collectors.joining(", "));
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
