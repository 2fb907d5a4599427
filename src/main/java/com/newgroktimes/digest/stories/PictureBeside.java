package com.newgroktimes.digest.stories;

import java.util.Optional;
import java.util.regex.Pattern;

/** A story's picture that is told as a path, to be looked for beside the story's file. */
record PictureBeside(String path) {

    private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    /** Empty where there is no picture, or where it has an address of its own. */
    static Optional<PictureBeside> of(RawStory story) {
        return Optional.ofNullable(story.image())
                .map(image -> TypedText.line(image.url()))
                .filter(told -> !WITH_SCHEME.matcher(told).matches())
                .map(PictureBeside::new);
    }
}
