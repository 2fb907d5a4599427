package com.newgroktimes.digest.stories;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a source of stories, or with one of its files.
 *
 * @param file null where it is the source as a whole
 * @param what a sentence for whoever wrote the file
 * @param lost whether it cost the whole story
 */
public record Trouble(@Nullable String file, String what, boolean lost) {

    public String sentence() {
        return file == null ? what : file + ": " + what;
    }
}
