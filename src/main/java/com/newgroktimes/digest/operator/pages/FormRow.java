package com.newgroktimes.digest.operator.pages;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A news source or an X post as it stands in a form. Templates read it.
 *
 * @param words title or text, whichever the list has
 */
public record FormRow(String n, String url, String words) {

    static final FormRow EMPTY = new FormRow("", "", "");

    boolean isEmpty() {
        return url.isBlank() && words.isBlank();
    }

    String line() {
        return Stream.of(n.isBlank() ? "" : "[" + n + "]", url, words)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** What is no number becomes one that is refused. */
    @Nullable
    Integer number() {
        String typed = n.strip();
        return typed.isEmpty() ? null : Integer.valueOf(typed.matches("\\d{1,9}") ? typed : "0");
    }
}
