package com.newgroktimes.digest.operator.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.EditionWindow;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Placement;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryHead;

/** The week that a press of the button makes the edition of: the last one that has closed. */
@Component
final class ClosedWeek {

    private final Editions editions;
    private final Stories stories;

    ClosedWeek(Editions editions, Stories stories) {
        this.editions = editions;
        this.stories = stories;
    }

    /**
     * Templates read it.
     *
     * @param nextOpens when the next edition can be made; null where one still takes stories, or can be made now
     * @param makeable  false where a later week has its edition already, and this one has none
     */
    public record Week(
            String name,
            EditionWindow window,
            boolean makeable,
            @Nullable Instant nextOpens) {}

    /** Its name, where it has stories and no edition that they could be in. */
    Optional<String> withoutEdition() {
        Week week = now();
        return week.makeable() && !editions.isMade(week.name()) && hasStories(week)
                ? Optional.of(week.name())
                : Optional.empty();
    }

    private boolean hasStories(Week week) {
        List<StoryHead> ofTheWeek =
                stories.heads(week.window().opens(), week.window().closes());
        return editions.placements(ofTheWeek).values().stream()
                .anyMatch(placement -> placement.status() == Placement.Status.NEXT);
    }

    Week now() {
        return new Week(
                editions.week(Editions.LAST_WEEK),
                editions.window(Editions.LAST_WEEK),
                editions.canAssemble(Editions.LAST_WEEK),
                editions.nextOpens().orElse(null));
    }
}
