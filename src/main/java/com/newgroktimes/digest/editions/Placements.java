package com.newgroktimes.digest.editions;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.EditionStoryTable.Seat;
import com.newgroktimes.digest.editions.Intake.Way;
import com.newgroktimes.digest.editions.Placement.Status;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.stories.KeptStory;

/** Tells of each story where it is or will be, by the rules that editions are put together by. */
@Component
class Placements {

    private final EditionTable editions;
    private final EditionStoryTable seats;
    private final Calendars calendars;
    private final Words words;

    Placements(EditionTable editions, EditionStoryTable seats, Calendars calendars, Words words) {
        this.editions = editions;
        this.seats = seats;
        this.calendars = calendars;
        this.words = words;
    }

    /** By id. */
    Map<Long, Placement> of(Collection<? extends KeptStory> stories) {
        Intake intake = calendars.intake();
        Map<Long, Seat> taken = seats.seats(stories.stream().map(KeptStory::id).toList());
        Set<Integer> withdrawn = taken.isEmpty() ? Set.of() : editions.withdrawnNumbers();
        var placements = new HashMap<Long, Placement>();
        stories.forEach(story -> placements.put(story.id(), of(story, taken.get(story.id()), withdrawn, intake)));
        return placements;
    }

    private Placement of(KeptStory story, @Nullable Seat seat, Set<Integer> withdrawn, Intake intake) {
        Integer edition = seat == null ? null : seat.edition();
        if (story.withdrawnAt() != null) {
            return new Placement(Status.WITHDRAWN, edition);
        }
        if (seat != null && seat.included() && withdrawn.contains(seat.edition())) {
            return byRule(Status.IN, edition, "edition-withdrawn");
        }
        if (seat != null) {
            return new Placement(seat.included() ? Status.IN : Status.LEFT_OUT, edition);
        }
        if (story.incomplete()) {
            return byRule(Status.INCOMPLETE, "incomplete");
        }
        if (!intake.ready(story)) {
            return byRule(Status.FUTURE, "future");
        }
        return of(intake.homeOf(story).way());
    }

    private Placement of(Way way) {
        return switch (way) {
            case OWN_WEEK -> new Placement(Status.NEXT, null);
            case LATE -> byRule(Status.NEXT, "late");
            case OLD -> byRule(Status.OLD, "old");
            case BEFORE_THE_FIRST -> byRule(Status.OLD, "before-first");
        };
    }

    private Placement byRule(Status status, String rule) {
        return byRule(status, null, rule);
    }

    private Placement byRule(Status status, @Nullable Integer edition, String rule) {
        return new Placement(status, edition, rule, words.text("check.placement." + rule, Locale.ENGLISH));
    }
}
