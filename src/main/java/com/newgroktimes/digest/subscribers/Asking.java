package com.newgroktimes.digest.subscribers;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far the asking has come. Those asked, left out and left are those who were to be asked.
 *
 * @param importNumber null: everybody who waited and was never asked
 * @param leftOut      who by their turn had confirmed or left, must not be mailed, or were mailed often enough
 */
public record Asking(
        long number,
        @Nullable Long importNumber,
        State state,
        String by,
        Instant began,
        long asked,
        long leftOut,
        long left) {

    public enum State {
        UNDER_WAY,
        /** Somebody stopped it; those left are not asked. */
        STOPPED,
        DONE
    }

    public long recipients() {
        return asked + leftOut + left;
    }

    boolean isUnderWay() {
        return state == State.UNDER_WAY;
    }
}
