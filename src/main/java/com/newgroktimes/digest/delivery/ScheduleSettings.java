package com.newgroktimes.digest.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * The weekly run.
 *
 * @param enabled  whether each week's edition is prepared by itself
 * @param cron     when, in the publication's time zone: second, minute, hour, day of the month, month, day of the week
 * @param autoSend whether it is also sent by itself, when nothing stops it
 */
@ConfigurationProperties("digest.schedule")
record ScheduleSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("0 0 7 * * MON") String cron,
        @DefaultValue("false") boolean autoSend) {

    ScheduleSettings {
        if (!CronExpression.isValidExpression(cron)) {
            throw StartRefused.setting(
                    "digest.schedule.cron",
                    cron,
                    "it must have six fields: second, minute, hour, day of the month, month, day of the week, as in 0 0 7 * * MON.");
        }
    }
}
