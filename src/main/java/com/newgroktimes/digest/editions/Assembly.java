package com.newgroktimes.digest.editions;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.editions.EditionStoryTable.Seat;
import com.newgroktimes.digest.editions.Editions.Assembled;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoriesCollected;
import com.newgroktimes.digest.stories.StoryChanged;
import com.newgroktimes.digest.stories.StoryHead;

import static com.newgroktimes.digest.platform.Problem.Kind.UNPROCESSABLE;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

/** Puts stories into editions, for as long as those are open. */
@Component
@Transactional
class Assembly {

    private final Stories stories;
    private final EditionTable editions;
    private final EditionStates states;
    private final EditionStoryTable seats;
    private final ChoiceTable choices;
    private final UnsettledStories unsettled;
    private final Composition content;
    private final Calendars calendars;
    private final Archive archive;
    private final StoryOrder order;

    Assembly(
            Stories stories,
            EditionTable editions,
            EditionStates states,
            EditionStoryTable seats,
            ChoiceTable choices,
            UnsettledStories unsettled,
            Composition content,
            Calendars calendars,
            Archive archive,
            Publication publication) {
        this.stories = stories;
        this.editions = editions;
        this.states = states;
        this.seats = seats;
        this.choices = choices;
        this.unsettled = unsettled;
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
        return new Assembled(made.isEmpty(), editions.find(edition.number()).orElseThrow());
    }

    private EditionSpan make(EditionSpan edition, Timeline before) {
        Timeline timeline = before.with(edition);
        List<StoryHead> found = storiesFor(edition, Choices.NONE, Taken.ALL, calendars.intake(timeline));
        if (found.isEmpty()) {
            throw new Problem(
                            UNPROCESSABLE,
                            "There is no story",
                            "No story is there for the week %s (%s to %s), so no edition was made. Add stories, or look at GET /api/v1/stories?week=%s for why those it has stay out."
                                    .formatted(
                                            edition.week(),
                                            edition.window().opens(),
                                            edition.window().closes(),
                                            edition.week()))
                    .inWords(
                            "no-story",
                            edition.week().toString(),
                            edition.window().opens(),
                            edition.window().closes());
        }
        editions.begin(edition, calendars.now());
        content.replace(edition.number(), order.arrange(found, Choices.NONE), List.of(), Choices.NONE, Taken.ALL);
        return edition;
    }

    /** A draft takes stories, and changes of those it has, until it is frozen. Where many come, it takes them together. */
    @EventListener
    void on(StoryChanged changed) {
        if (changed.oneOfMany()) {
            unsettled.add(changed.story());
        } else {
            editions.lockContent();
            settle(List.of(changed.story()));
        }
    }

    @EventListener
    void on(StoriesCollected collected) {
        if (unsettled.any()) {
            editions.lockContent();
            settle(unsettled.take());
        }
    }

    /** Fills those open editions anew that have one of the stories, or are to have it. */
    void settle(List<Long> changed) {
        Timeline timeline = calendars.timeline();
        Map<Long, Integer> has = new HashMap<>();
        seats.seats(changed).forEach((story, seat) -> has.put(story, seat.edition()));
        Map<Long, Integer> belong = belong(changed, timeline);
        // One that gives a story up comes before the one that takes it.
        List<Integer> takers = belong.entrySet().stream()
                .filter(taken -> !taken.getValue().equals(has.get(taken.getKey())))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        Stream.concat(has.values().stream().distinct(), takers.stream())
                .flatMap(number -> numbered(number, timeline))
                .filter(EditionSpan::open)
                .forEach(edition -> refill(edition, timeline));
    }

    /** False where the edition is in none of these states. It is open again then, and takes what has come meanwhile. */
    boolean takeBack(int number, Collection<EditionState> from, @Nullable String reason) {
        editions.lockContent();
        if (!states.takeBack(number, from, reason)) {
            return false;
        }
        refillOpen();
        return true;
    }

    /**
     * False where the edition is in none of these states. Where its list of readers was not made yet, nobody ever gets it: its stories are
     * for the next, as those that come late, but for what an editor left out.
     */
    boolean stop(int number, Set<EditionState> from, @Nullable String reason) {
        boolean mayBeForNobody = !states.isFrozen(number);
        if (mayBeForNobody) {
            editions.lockContent();
        }
        if (!states.move(number, from, EditionState.STOPPED, reason, calendars.now())) {
            return false;
        }
        if (mayBeForNobody && !states.isFrozen(number)) {
            List<Long> its = seats.included(number);
            seats.vacate(its);
            settle(its);
        }
        return true;
    }

    /** Fills all that are open anew: with other settings, or with one more that is open, they may have to have other stories. */
    void refillOpen() {
        editions.lockContent();
        Timeline timeline = calendars.timeline();
        List<EditionSpan> open =
                timeline.spans().stream().filter(EditionSpan::open).toList();
        seats.vacate(open.stream()
                .flatMap(edition -> misplaced(edition, calendars.intake(timeline)))
                .toList());
        open.forEach(edition -> refill(edition, timeline));
    }

    /** Those that another is to have, or none. */
    private Stream<Long> misplaced(EditionSpan edition, Intake intake) {
        Choices chosen = choices.of(edition.number());
        return stories.heads(seats.all(edition.number())).stream()
                .filter(story -> chosen.of(story.id()).included() == null && !intake.keeps(edition, story))
                .map(StoryHead::id);
    }

    /** Fills one anew, by rule and by what editors chose, unless it is frozen. */
    void refill(int number, Taken taken) {
        Timeline timeline = calendars.timeline();
        numbered(number, timeline).forEach(edition -> refill(edition, timeline, taken));
    }

    /** One that is being mended does not take a story's picture by itself when that comes, as open ones do. */
    void completeMended(int number) {
        editions.lockContent();
        Timeline timeline = calendars.timeline();
        numbered(number, timeline)
                .filter(edition -> !edition.open())
                .forEach(edition -> refill(edition, timeline, Taken.only(Set.of(), Set.of(), archive.whole(number))));
    }

    /** Those it would take, with these choices. */
    List<StoryHead> storiesFor(int number, Choices chosen, Taken taken) {
        Timeline timeline = calendars.timeline();
        return numbered(number, timeline)
                .flatMap(edition -> storiesFor(edition, chosen, taken, calendars.intake(timeline)).stream())
                .toList();
    }

    /** By story, the edition that it is to be in: by choice, else by rule. */
    private Map<Long, Integer> belong(List<Long> changed, Timeline timeline) {
        Intake intake = calendars.intake(timeline);
        Map<Long, Integer> belong = new HashMap<>();
        stories.heads(changed).stream()
                .filter(intake::ready)
                .forEach(story -> Optional.ofNullable(intake.homeOf(story).edition())
                        .ifPresent(home -> belong.put(story.id(), home.number())));
        belong.putAll(choices.editionsThatTheyWerePutInto(changed));
        return belong;
    }

    private static Stream<EditionSpan> numbered(int number, Timeline timeline) {
        return timeline.spans().stream().filter(span -> span.number() == number);
    }

    private void refill(EditionSpan edition, Timeline timeline) {
        refill(edition, timeline, Taken.ALL);
    }

    private void refill(EditionSpan edition, Timeline timeline, Taken taken) {
        if (editions.keepOpen(edition.number())) {
            Choices chosen = choices.of(edition.number());
            List<StoryHead> found = storiesFor(edition, chosen, taken, calendars.intake(timeline));
            Map<Boolean, List<StoryHead>> byPlace = found.stream()
                    .collect(partitioningBy(story -> chosen.of(story.id()).isOut()));
            List<StoryHead> aside = Stream.concat(
                            byPlace.getOrDefault(true, List.of()).stream(), keptOf(edition, found))
                    .toList();
            content.replace(
                    edition.number(),
                    order.arrange(byPlace.getOrDefault(false, List.of()), chosen),
                    StoryOrder.aside(aside, chosen),
                    chosen,
                    taken);
        }
    }

    /** What some readers were mailed goes into no other edition, though it is taken out of this one while that is mended. */
    private Stream<StoryHead> keptOf(EditionSpan edition, List<StoryHead> found) {
        if (edition.open()) {
            return Stream.empty();
        }
        Set<Long> stay = found.stream().map(StoryHead::id).collect(toSet());
        return stories.heads(seats.all(edition.number())).stream().filter(story -> !stay.contains(story.id()));
    }

    /** Those left out are among them: they have their place with this edition too. */
    private List<StoryHead> storiesFor(EditionSpan edition, Choices chosen, Taken taken, Intake intake) {
        EditionWindow reach = intake.reach(edition);
        List<StoryHead> found = stories.heads(reach.opens(), reach.closes());
        var has = new TreeSet<>(seats.all(edition.number()));
        chosen.putIn().forEach(has::add);
        var ids = Stream.concat(found.stream().map(StoryHead::id), has.stream()).toList();
        Map<Long, Seat> seated = seats.seats(ids);
        Set<Long> elsewhere = choices.putElsewhere(edition.number(), ids);
        Stream<StoryHead> stay = stories.heads(has).stream()
                .filter(story -> isFree(seated.get(story.id()), edition))
                .filter(story -> isKept(story, seated, taken)
                        || (intake.ready(story)
                                && (chosen.of(story.id()).included() != null || intake.keeps(edition, story))));
        Stream<StoryHead> come = found.stream()
                .filter(intake::ready)
                .filter(story -> !seated.containsKey(story.id()) && !has.contains(story.id()))
                .filter(story -> !elsewhere.contains(story.id()))
                .filter(story -> edition.equals(intake.homeOf(story).edition()));
        return Stream.concat(stay, come).map(taken::of).toList();
    }

    /** What became of it meanwhile is not taken, not even that it is gone. */
    private static boolean isKept(StoryHead story, Map<Long, Seat> seated, Taken taken) {
        Seat seat = seated.get(story.id());
        return !taken.is(story.id()) && seat != null && seat.included();
    }

    private static boolean isFree(@Nullable Seat seat, EditionSpan edition) {
        return seat == null || seat.edition() == edition.number();
    }
}
