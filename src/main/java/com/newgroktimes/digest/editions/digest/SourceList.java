package com.newgroktimes.digest.editions.digest;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some of a story's sources, under the numbers that the site gives them.
 *
 * @param more how many the web page has besides
 */
public record SourceList(List<Source> shown, int more) {

    /** @param dir {@code ltr} or {@code rtl} where the name does not run as the mail does; else null */
    public record Source(
            int n, String url, String name, @Nullable String dir) {}

    static SourceList of(List<Source> all, int most) {
        int shown = Math.min(most, all.size());
        return new SourceList(all.subList(0, shown), all.size() - shown);
    }
}
