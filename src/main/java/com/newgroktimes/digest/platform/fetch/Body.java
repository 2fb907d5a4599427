package com.newgroktimes.digest.platform.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What came of an answer.
 *
 * @param brokenOff how it ended before its end; null where it is whole
 */
record Body(byte[] bytes, @Nullable FetchFault brokenOff) {

    static Body whole(byte[] bytes) {
        return new Body(bytes, null);
    }
}
