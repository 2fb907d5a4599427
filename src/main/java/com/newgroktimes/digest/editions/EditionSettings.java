package com.newgroktimes.digest.editions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * How a week becomes an edition.
 *
 * @param closesOn day on which the window of an edition closes and the next one opens
 * @param closesAt time of that day, in the publication's zone
 * @param stories  how many stories have a block of their own; the rest are links under <i>More this week</i>
 * @param lateFor  how long after its publication a story that we see too late for its own week still goes into the next edition
 * @param variants how many variants of one edition are rendered at most; whose set of sections is none of them gets all sections
 */
@Validated
@ConfigurationProperties("digest.edition")
public record EditionSettings(
        @DefaultValue("MONDAY") DayOfWeek closesOn,
        @DefaultValue("06:00") LocalTime closesAt,
        @DefaultValue("8") @Min(1) @Max(100) int stories,
        @DefaultValue("28d") Duration lateFor,
        @DefaultValue("32") @Min(1) @Max(1000) int variants) {

    public EditionSettings {
        if (lateFor.isNegative()) {
            throw StartRefused.setting("digest.edition.late-for", lateFor, "it cannot be below zero.");
        }
    }
}
