package com.newgroktimes.digest.editions;

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
