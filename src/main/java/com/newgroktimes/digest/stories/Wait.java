package com.newgroktimes.digest.stories;

import java.time.Duration;

/** How long a site asks to be left alone, in words. */
final class Wait {

    private static final int MINUTES_OF_AN_HOUR = 60;

    private Wait() {}

    /** Whole minutes, rounded up: {@code 2 hours and 5 minutes}. */
    static String words(Duration asked) {
        long minutes = asked.plusMinutes(1).minusNanos(1).toMinutes();
        long hours = minutes / MINUTES_OF_AN_HOUR;
        long rest = minutes % MINUTES_OF_AN_HOUR;
        if (hours == 0) {
            return counted(rest, "minute");
        }
        return rest == 0 ? counted(hours, "hour") : counted(hours, "hour") + " and " + counted(rest, "minute");
    }

    private static String counted(long number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}
