package com.newgroktimes.digest.subscribers;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was asked, shown or pressed.
 *
 * @param from    a network address as {@link Origins} keeps it, or the name of a part of the service
 * @param version of the page or mail that was shown: see {@link TextVersion}; empty where nothing was
 */
public record Evidence(Instant at, String what, String from, String version) {

    /** Which act it was; null where it is none that there is now. */
    public @Nullable Act act() {
        return Act.in(what).orElse(null);
    }

    /** What was said or given beside the act; may be empty. */
    public String detail() {
        return Act.in(what)
                .map(act -> what.substring(act.words().length()).replaceFirst("^: ", ""))
                .orElse("");
    }
}
