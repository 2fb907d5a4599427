package com.newgroktimes.digest.platform.fetch;

import org.jspecify.annotations.Nullable;

/**
 * By what a site knows which version of a document we have (RFC 9110 §8.8). Both are its own words, sign by sign.
 *
 * @param etag         null where it gave none
 * @param lastModified null where it gave none
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    public static final Validators NONE = new Validators(null, null);
}
