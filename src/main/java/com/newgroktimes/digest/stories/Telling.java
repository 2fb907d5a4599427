package com.newgroktimes.digest.stories;

import org.jspecify.annotations.Nullable;

/**
 * A story as a source tells it.
 *
 * @param tldrProposed made from its summary or first sentences, where it has no TL;DR
 */
record Telling(Story story, @Nullable String tldrProposed) {}
