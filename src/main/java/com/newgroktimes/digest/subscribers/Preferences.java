package com.newgroktimes.digest.subscribers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a reader wants the digest.
 *
 * @param sections   empty: all of them
 * @param breakUntil null: no break
 */
public record Preferences(
        Format format, List<String> sections, @Nullable Instant breakUntil) {

    public enum Format {
        HTML("html"),
        TEXT("text");

        private final String kept;

        Format(String kept) {
            this.kept = kept;
        }

        public String kept() {
            return kept;
        }
    }

    public Preferences {
        sections = List.copyOf(sections);
    }

    /** In the words in which it is kept as evidence. */
    String told() {
        return "%s; %s; %s"
                .formatted(
                        format.kept(),
                        sections.isEmpty() ? "all sections" : String.join(", ", sections),
                        breakUntil == null
                                ? "no break"
                                : "break until "
                                        + breakUntil.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
