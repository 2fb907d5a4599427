package com.newgroktimes.digest.stories.markdown;

/** Front matter that is no YAML map; the message names the line of the document. */
public final class BrokenFrontMatter extends RuntimeException {

    BrokenFrontMatter(int line, String reason) {
        super("Line %d: %s.".formatted(line, reason), null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
