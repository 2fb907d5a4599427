package com.newgroktimes.digest.stories;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What another site answered when it was asked for a picture.
 *
 * @param picture hash of the picture as we serve it; null where there is a fault
 * @param fault   why there is none
 * @param answered false where nothing came, so that nothing is known of the picture
 */
public record PictureAnswer(
        String url, @Nullable String picture, @Nullable String fault, boolean answered, Instant askedAt) {}
