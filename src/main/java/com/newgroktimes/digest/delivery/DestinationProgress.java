package com.newgroktimes.digest.delivery;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How far an edition is with one destination.
 *
 * @param domain   empty: all those that are not told apart
 * @param operator whoever takes its mail, which its pace holds for; the domain itself where that is nobody else, or is not known
 * @param counts   every state has its entry
 * @param perMinute how many messages it gets in a minute by the settings; 0: as many as it takes
 * @param until    until when it gets less than we could send; null where it does not
 * @param reply    what it said when it asked for less
 */
public record DestinationProgress(
        String domain,
        String operator,
        Map<DeliveryState, Long> counts,
        Pace pace,
        int perMinute,
        @Nullable Instant until,
        @Nullable String reply) {

    /** How much it gets. */
    public enum Pace {
        FREE,
        SLOWED,
        /** Nothing for now: it refuses us. */
        ASIDE,
        /** Nothing for now: it says that we send too much. */
        QUIET,
        /** Few at once, since it said so. */
        FEW
    }
}
