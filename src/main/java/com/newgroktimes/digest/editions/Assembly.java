package com.newgroktimes.digest.editions;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.editions.Editions.Assembled;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryChanged;

import static com.newgroktimes.digest.platform.Problem.Kind.UNPROCESSABLE;

/** Puts stories into editions, for as long as those are open. */
@Component
@Transactional
class Assembly {

    private final Stories stories;
    private final EditionTable editions;
    private final EditionStates states;
    private final EditionStoryTable seats;
    private final EditionContent content;
    private final Calendars calendars;
    private final Archive archive;
    private final StoryOrder order;

    Assembly(
            Stories stories,
            EditionTable editions,
            EditionStates states,
            EditionStoryTable seats,
            EditionContent content,
            Calendars calendars,
            Archive archive,
            Publication publication) {
        this.stories = stories;
        this.editions = editions;
        this.states = states;
        this.seats = seats;
        this.content = content;
        this.calendars = calendars;
        this.archive = archive;
        this.order = new StoryOrder(publication.sections());
    }

    /** The week's edition: made now, or the one that it has, with what has come for it since. */
    Assembled assemble(String name) {
        editions.lockContent();
        Timeline timeline = calendars.timeline();
        IsoWeek week = timeline.week(name, calendars.now());
        Optional<EditionSpan> made = timeline.of(week);
        made.filter(EditionSpan::open).ifPresent(edition -> refill(edition, timeline));
        EditionSpan edition = made.orElseGet(() -> make(timeline.begin(week, calendars.now()), timeline));
        return new Assembled(made.isEmpty(), archive.get(edition.number()));
    }

    private EditionSpan make(EditionSpan edition, Timeline before) {
        Timeline timeline = before.with(edition);
        List<StoredStory> found = storiesFor(edition, calendars.intake(timeline));
        if (found.isEmpty()) {
            throw new Problem(
                    UNPROCESSABLE,
                    "There is no story",
                    "No story is there for the week %s (%s to %s), so no edition was made. Add stories, or look at GET /api/v1/stories?week=%s for why those it has stay out."
                            .formatted(
                                    edition.week(),
                                    edition.window().opens(),
                                    edition.window().closes(),
                                    edition.week()));
        }
        editions.begin(edition, calendars.now());
        content.replace(edition.number(), order.arrange(found));
        return edition;
    }

    /** A draft takes stories, and changes of those it has, until it is frozen. */
    @EventListener
    void on(StoryChanged changed) {
        editions.lockContent();
        Timeline timeline = calendars.timeline();
        affected(changed.story(), timeline)
                .filter(EditionSpan::open)
                .distinct()
                .forEach(edition -> refill(edition, timeline));
    }

    /** False where the edition is in none of these states. It is open again then, and takes what has come meanwhile. */
    boolean takeBack(int number, Collection<EditionState> from, @Nullable String reason) {
        editions.lockContent();
        if (!states.takeBack(number, from, reason)) {
            return false;
        }
        Timeline timeline = calendars.timeline();
        timeline.spans().stream()
                .filter(edition -> edition.number() == number)
                .forEach(edition -> refill(edition, timeline));
        return true;
    }

    /** The edition that has it and the one that it belongs to, in this order: the first gives it up to the second. */
    private Stream<EditionSpan> affected(long id, Timeline timeline) {
        Intake intake = calendars.intake(timeline);
        Stream<EditionSpan> has = seats.seats(List.of(id)).values().stream()
                .flatMap(seat -> timeline.spans().stream().filter(span -> span.number() == seat.edition()));
        Stream<EditionSpan> belongsTo = stories.byId(List.of(id)).stream()
                .filter(intake::ready)
                .map(story -> intake.homeOf(story).edition())
                .filter(Objects::nonNull);
        return Stream.concat(has, belongsTo);
    }

    private void refill(EditionSpan edition, Timeline timeline) {
        if (editions.keepOpen(edition.number())) {
            content.replace(edition.number(), order.arrange(storiesFor(edition, calendars.intake(timeline))));
        }
    }

    private List<StoredStory> storiesFor(EditionSpan edition, Intake intake) {
        EditionWindow reach = intake.reach(edition);
        List<StoredStory> found = stories.between(reach.opens(), reach.closes());
        var has = new TreeSet<>(seats.included(edition.number()));
        var taken = seats.seats(found.stream().map(StoredStory::id).toList()).keySet();
        Stream<StoredStory> stay = stories.byId(has).stream()
                .filter(story -> story.moment().isBefore(edition.window().closes()));
        Stream<StoredStory> come = found.stream()
                .filter(story -> !taken.contains(story.id()))
                .filter(story -> edition.equals(intake.homeOf(story).edition()));
        return Stream.concat(stay, come).filter(intake::ready).toList();
    }
}
