package com.newgroktimes.digest.subscribers;

import java.time.Duration;

/** So many readers a minute, in turns of a few seconds or of one reader. */
record AskingPace(int perMinute) {

    private static final int TURNS_A_MINUTE = 12;

    int aTurn() {
        return Math.max(1, perMinute / TURNS_A_MINUTE);
    }

    Duration between() {
        return Duration.ofMinutes(1).multipliedBy(aTurn()).dividedBy(perMinute);
    }
}
