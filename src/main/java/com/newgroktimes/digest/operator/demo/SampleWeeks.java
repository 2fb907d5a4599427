package com.newgroktimes.digest.operator.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Stories.Collected;

/** The last three closed weeks, full of sample stories. */
final class SampleWeeks {

    private static final Logger log = LoggerFactory.getLogger(SampleWeeks.class);
    private static final int BEFORE_THE_LAST = 2;

    private final Path folder;
    private final Stories stories;
    private final Editions editions;
    private final ZoneId zone;

    /** @param folder where stories are collected from */
    SampleWeeks(Path folder, Stories stories, Editions editions, ZoneId zone) {
        this.folder = folder;
        this.stories = stories;
        this.editions = editions;
        this.zone = zone;
    }

    void collect() {
        new SampleStories().copyTo(folder, new SampleDates(lastClosedOpens()));
        Collected collected = stories.collect();
        log.info("Collected {} sample stories from {}", collected.added(), folder);
        collected.problems().forEach(log::warn);
    }

    Instant oldestOpens() {
        return lastClosedOpens().minusWeeks(BEFORE_THE_LAST).toInstant();
    }

    private ZonedDateTime lastClosedOpens() {
        return editions.window(Editions.LAST_WEEK).opens().atZone(zone);
    }
}
