package com.newgroktimes.digest.stories.feeds;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What an entry tells in elements of our own, for which other formats have no place. */
public record OwnFields(
        @Nullable String tldr,
        @Nullable String msmPerspective,
        @Nullable String xPerspective,
        List<Reference> sources,
        List<Reference> posts) {

    static final OwnFields NONE = new OwnFields(null, null, null, List.of(), List.of());

    /**
     * A news source or an X post.
     *
     * @param n     null: by position
     * @param words title of the one, text of the other
     */
    public record Reference(
            @Nullable Integer n,
            @Nullable String url,
            @Nullable String words) {}
}
