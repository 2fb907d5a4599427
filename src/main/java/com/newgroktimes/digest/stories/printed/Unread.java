package com.newgroktimes.digest.stories.printed;

/**
 * Something printed that could not be read.
 *
 * @param part field of the story's shape that it would have gone into
 * @param what a sentence for whoever wrote the article
 */
public record Unread(String part, String what) {

    private static final int SHOWN = 80;

    static Unread line(String part, String line) {
        return new Unread(part, "This line is none that is expected there: \"%s\".".formatted(shortened(line)));
    }

    static String shortened(String line) {
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
