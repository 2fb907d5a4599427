package com.newgroktimes.digest.delivery;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.testing.SettableClock;

/** Weekly runs in other settings than those of the service under test, which has none. */
public final class OtherSchedules {

    private OtherSchedules() {}

    public static UsualDay at(String cron, Publication publication) {
        return new UsualDay(new ScheduleSettings(true, cron, false), publication, new SettableClock());
    }
}
