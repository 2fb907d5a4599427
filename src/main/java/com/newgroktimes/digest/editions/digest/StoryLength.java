package com.newgroktimes.digest.editions.digest;

/** How much of a story the mail prints. Both tellings have one limit, so that neither drowns out the other. */
public enum StoryLength {
    /** A lead, with the beginning of its body. */
    LONG(45, 60, 4, 3),
    SHORT(35, 40, 3, 2);

    private final int tldrWords;
    private final int perspectiveWords;
    private final int newsSources;
    private final int xPosts;

    StoryLength(int tldrWords, int perspectiveWords, int newsSources, int xPosts) {
        this.tldrWords = tldrWords;
        this.perspectiveWords = perspectiveWords;
        this.newsSources = newsSources;
        this.xPosts = xPosts;
    }

    public static StoryLength of(boolean isLong) {
        return isLong ? LONG : SHORT;
    }

    public int tldrWords() {
        return tldrWords;
    }

    public int perspectiveWords() {
        return perspectiveWords;
    }

    int newsSources() {
        return newsSources;
    }

    int xPosts() {
        return xPosts;
    }
}
