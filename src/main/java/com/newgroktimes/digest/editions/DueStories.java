package com.newgroktimes.digest.editions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.stories.Stories;

/**
 * Stories that were dated ahead and whose date has come. Nothing happens to them at that moment, so that an open edition of their week
 * would not know of them, and go without them.
 */
@Component
class DueStories {

    /** A start fills all open editions, and so takes those of a longer silence. */
    private static final Duration LOOKED_BACK = Duration.ofHours(1);

    private final Stories stories;
    private final EditionTable editions;
    private final EditionStoryTable seats;
    private final Assembly assembly;
    private final Calendars calendars;

    DueStories(
            Stories stories, EditionTable editions, EditionStoryTable seats, Assembly assembly, Calendars calendars) {
        this.stories = stories;
        this.editions = editions;
        this.seats = seats;
        this.assembly = assembly;
        this.calendars = calendars;
    }

    /** @return whether there were any */
    @Transactional
    boolean take() {
        return takeSince(calendars.now().minus(LOOKED_BACK));
    }

    @Transactional
    boolean takeSince(Instant moment) {
        List<Long> dated = stories.datedAhead(moment, calendars.now());
        Set<Long> seated = seats.seats(dated).keySet();
        List<Long> due = dated.stream().filter(story -> !seated.contains(story)).toList();
        if (!due.isEmpty()) {
            editions.lockContent();
            assembly.settle(due);
        }
        return !due.isEmpty();
    }
}
