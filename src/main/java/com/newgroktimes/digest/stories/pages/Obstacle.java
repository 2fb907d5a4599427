package com.newgroktimes.digest.stories.pages;

import com.newgroktimes.digest.rendering.BoundedHtml;

/** What readers, or programs, meet in the place of an article. */
public enum Obstacle {
    CHALLENGE(
            true,
            "It is a page that keeps programs out, and not the article. Ask the site to let this service in, or send the story by the API."),
    CONSENT(
            true,
            "It is a page that asks for consent first, and not the article. Give the address that it leads to, or send the story by the API."),
    SIGN_IN(
            true,
            "It is a page to sign in on, and not the article. Give one that readers can open, or send the story by the API."),
    NOT_FOUND(true, "It says that there is no such page. Look whether the address is right."),
    MOVED(
            true,
            "It only sends readers on to another page, and is not the article. Give the address that readers end at, or send the story by the API."),
    FRAMES(
            true,
            "It is made of frames, each a page of its own. Give the address of the one that has the article, or send the story by the API."),
    /** Head and beginning are there. */
    PAYWALL(false, "It shows only its beginning, and asks readers to subscribe for the rest."),
    /** What comes later was not looked at. */
    TOO_LONG(
            false,
            "It has more than %,d elements, as no article has, and is read up to there. See whether the text is whole."
                    .formatted(BoundedHtml.MOST_ELEMENTS)),
    /** It may be made by a script. */
    NO_TEXT(false, "No text was found in it. It may be one that a script fills, which is not run here.");

    private final boolean instead;
    private final String sentence;

    Obstacle(boolean instead, String sentence) {
        this.instead = instead;
        this.sentence = sentence;
    }

    /** Whether nothing of the article is on the page. */
    public boolean standsInstead() {
        return instead;
    }

    public String sentence() {
        return sentence;
    }
}
