package com.newgroktimes.digest.stories.printed;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A line that announces a list of sources. */
enum Heading {
    BOTH("sources\\s*(?:&|\\+|and)\\s*x\\s+posts"),
    NEWS_SOURCES("news\\s+sources"),
    X_POSTS("x\\s+posts");

    private final Pattern line;

    Heading(String words) {
        this.line = Pattern.compile(words + "\\s*[:：]?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Null where the line is no heading. */
    static @Nullable Heading of(String line) {
        for (Heading heading : values()) {
            if (heading.line.matcher(line).matches()) {
                return heading;
            }
        }
        return null;
    }
}
