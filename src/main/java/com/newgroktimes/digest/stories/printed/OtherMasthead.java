package com.newgroktimes.digest.stories.printed;

/** An article as another publication prints it: what its lines are cannot be told. */
public final class OtherMasthead extends RuntimeException {

    OtherMasthead(String ours, String first) {
        super(
                "The first line must be \"%s\", the publication's name, and is \"%s\". Write the name there, or correct digest.publication.name."
                        .formatted(ours, Unread.shortened(first)),
                null,
                false,
                false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
