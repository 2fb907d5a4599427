package com.newgroktimes.digest.stories;

/** Something that should be the address of a page and is not; the message is a sentence that begins with what was given. */
public final class NotAnAddress extends RuntimeException {

    private static final int SHOWN = 100;

    NotAnAddress(String given, String reason) {
        super("\"%s\" %s".formatted(shortened(given), reason), null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    private static String shortened(String given) {
        return given.length() <= SHOWN ? given : given.substring(0, SHOWN) + "…";
    }
}
