package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryHead;

/** The stories that editions wait for: each would take its own, by the rules that they are put together by, had it a TL;DR. */
@Component
class AwaitedStories {

    private final Stories stories;
    private final EditionStoryTable seats;
    private final Calendars calendars;

    AwaitedStories(Stories stories, EditionStoryTable seats, Calendars calendars) {
        this.stories = stories;
        this.seats = seats;
        this.calendars = calendars;
    }

    /**
     * Those of them that would go into the edition of one week: made already, or as it would be made once every week before it that
     * may still have its own has one.
     *
     * @param name {@code 2026-W48}, {@code current} or {@code last}
     */
    List<StoryHead> list(String name) {
        Timeline timeline = calendars.timeline();
        IsoWeek week = timeline.week(name, calendars.now());
        Intake intake = calendars.intake(withAllToCome(timeline, week));
        return list().stream()
                .filter(story -> {
                    EditionSpan edition = intake.homeOf(story).edition();
                    return edition != null && edition.week().equals(week);
                })
                .toList();
    }

    private Timeline withAllToCome(Timeline made, IsoWeek asked) {
        Instant now = calendars.now();
        IsoWeek last = made.week(Editions.LAST_WEEK, now);
        Timeline all = made;
        for (IsoWeek week : List.of(last.isAfter(asked) ? asked : last, last, made.current(now))) {
            if (all.of(week).isEmpty() && all.has(week, now)) {
                all = all.with(all.begin(week, now));
            }
        }
        return all;
    }

    /** Oldest first. */
    List<StoryHead> list() {
        Intake intake = calendars.intake();
        EditionWindow reach = intake.reach();
        List<StoryHead> incomplete = stories.incomplete(reach.opens(), reach.closes());
        Set<Long> seated =
                seats.seats(incomplete.stream().map(StoryHead::id).toList()).keySet();
        return incomplete.stream()
                .filter(story -> !seated.contains(story.id()) && intake.awaits(story))
                .toList();
    }
}
