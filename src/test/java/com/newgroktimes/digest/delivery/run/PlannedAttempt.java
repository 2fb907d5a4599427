package com.newgroktimes.digest.delivery.run;

import java.time.Instant;

/** That an edition is tried again after its first attempt, written down without any. */
public final class PlannedAttempt {

    private PlannedAttempt() {}

    public static void at(Instant moment, int edition, Timetable timetable) {
        timetable.triesAgain(edition, 1, moment);
    }
}
