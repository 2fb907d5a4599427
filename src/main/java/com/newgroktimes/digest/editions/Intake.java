package com.newgroktimes.digest.editions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.KeptStory;

/**
 * Which edition takes which story: that of its own week or, where that one is frozen, the next that still takes any. So each
 * story has one edition, and none is lost.
 */
record Intake(Timeline timeline, Duration lateFor, Instant now) {

    enum Way {
        OWN_WEEK,
        /** Too late for its own week. */
        LATE,
        /** First seen longer after its publication than late stories may be. */
        OLD,
        /** It was there before the first edition, which takes its own window only. */
        BEFORE_THE_FIRST
    }

    /** @param edition null where it is yet to be made, or none ever takes it */
    record Home(Way way, @Nullable EditionSpan edition) {}

    /** Whether an edition may carry it now, whichever that is. */
    boolean ready(KeptStory story) {
        return story.withdrawnAt() == null
                && !story.incomplete()
                && !story.moment().isAfter(now);
    }

    Home homeOf(KeptStory story) {
        if (timeline.spans().isEmpty()) {
            return new Home(beforeAnyEdition(story), null);
        }
        if (!story.moment().isBefore(timeline.spans().get(last()).window().closes())) {
            return new Home(Way.OWN_WEEK, null);
        }
        int own = indexOf(story.moment());
        if (own >= 0 && timeline.spans().get(own).open()) {
            return new Home(Way.OWN_WEEK, timeline.spans().get(own));
        }
        return next(story, own);
    }

    private Way beforeAnyEdition(KeptStory story) {
        return story.moment().isBefore(earliest().opens()) ? Way.BEFORE_THE_FIRST : Way.OWN_WEEK;
    }

    /** The window of the first edition, while there is none. */
    private EditionWindow earliest() {
        return timeline.window(timeline.week(Editions.LAST_WEEK, now), now);
    }

    /** @param own index of the frozen edition of its week; -1 for a week before the first edition's */
    private Home next(KeptStory story, int own) {
        if (own < 0 && !seenAfterTheFirst(story)) {
            return new Home(Way.BEFORE_THE_FIRST, null);
        }
        int next = nextOpen(own + 1);
        boolean old = Duration.between(story.moment(), story.firstSeen()).compareTo(lateFor) > 0
                || story.moment().isBefore(earliestFor(next));
        return old
                ? new Home(Way.OLD, null)
                : new Home(Way.LATE, next > last() ? null : timeline.spans().get(next));
    }

    /** Whether one without a TL;DR would go into an edition if it had one. */
    boolean awaits(KeptStory story) {
        return switch (homeOf(story).way()) {
            case OWN_WEEK, LATE -> true;
            case OLD, BEFORE_THE_FIRST -> false;
        };
    }

    /** All moments that any edition may find stories at by the end of this week, late ones included. */
    EditionWindow reach() {
        return new EditionWindow(
                timeline.spans().isEmpty() ? earliest().opens() : earliestFor(nextOpen(0)),
                timeline.window(timeline.current(now), now).closes());
    }

    /**
     * Whether an edition keeps a story that it has, whatever became of its date since: an open one where it would take it now, as if it
     * had always been so dated. One that is being mended gives none up to another, since some readers got it.
     */
    boolean keeps(EditionSpan edition, KeptStory story) {
        return edition.open()
                ? edition.equals(homeOf(story).edition())
                : story.moment().isBefore(edition.window().closes());
    }

    /** All moments that an edition may find stories at, late ones included. */
    EditionWindow reach(EditionSpan edition) {
        return new EditionWindow(
                earliestFor(timeline.spans().indexOf(edition)), edition.window().closes());
    }

    /** Index of the first that still takes stories, from this one on; one more than the last where none does. */
    private int nextOpen(int from) {
        int next = from;
        while (next <= last() && !timeline.spans().get(next).open()) {
            next++;
        }
        return next;
    }

    /**
     * Whatever came too late for the edition before was seen after that one's window had opened, so it cannot have been
     * published earlier than this and still be late rather than old.
     */
    private Instant earliestFor(int index) {
        return index == 0
                ? timeline.spans().get(0).window().opens()
                : timeline.spans().get(index - 1).window().opens().minus(lateFor);
    }

    private boolean seenAfterTheFirst(KeptStory story) {
        return timeline.spans().stream()
                .flatMap(span -> Stream.ofNullable(span.frozenAt()))
                .findFirst() // one that was stopped before it was frozen went to nobody
                .filter(frozen -> story.firstSeen().isAfter(frozen))
                .isPresent();
    }

    private int indexOf(Instant moment) {
        List<EditionSpan> spans = timeline.spans();
        Optional<EditionSpan> own = timeline.at(moment);
        return own.map(spans::indexOf).orElse(-1);
    }

    private int last() {
        return timeline.spans().size() - 1;
    }
}
