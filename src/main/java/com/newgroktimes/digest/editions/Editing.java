package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.editions.ChoiceTable.Lines;
import com.newgroktimes.digest.editions.EditionStoryTable.Seat;
import com.newgroktimes.digest.editions.NamedStories.Named;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.platform.Problem.Wording;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryHead;

/** Changes editions by hand, as long as they are open. */
@Component
class Editing {

    private final EditionTable editions;
    private final ChoiceTable choices;
    private final EditionStoryTable seats;
    private final Archive archive;
    private final Assembly assembly;
    private final Calendars calendars;
    private final Stories stories;
    private final StoryOrder order;

    Editing(
            EditionTable editions,
            ChoiceTable choices,
            EditionStoryTable seats,
            Archive archive,
            Assembly assembly,
            Calendars calendars,
            Stories stories,
            Publication publication) {
        this.editions = editions;
        this.choices = choices;
        this.seats = seats;
        this.archive = archive;
        this.assembly = assembly;
        this.calendars = calendars;
        this.stories = stories;
        this.order = new StoryOrder(publication.sections());
    }

    /**
     * @param contentHash what whoever asks looked at; null takes whatever is there
     * @throws Problem where it is frozen, or another than they looked at, or the change cannot be made; nothing is changed then
     */
    @Transactional
    Edition change(int number, @Nullable String contentHash, EditionChange change, String by) {
        editions.lockContent();
        Edition edition = archive.get(number);
        if (!editions.keepOpen(number)) {
            throw frozen(edition);
        }
        if (contentHash != null && !contentHash.equals(edition.contentHash())) {
            throw stale(edition, contentHash);
        }
        Typed typed = new Typed();
        chooseLines(edition, change, typed);
        chooseStories(edition, NamedStories.of(change.stories(), stories, typed), typed);
        choices.edited(number, calendars.now(), by);
        return archive.get(number);
    }

    private void chooseLines(Edition edition, EditionChange change, Typed typed) {
        Lines before = choices.lines(edition.number());
        Lines lines = new Lines(
                typed.line("subject", change.subject()).after(before.subject()),
                typed.line("preheader", change.preheader()).after(before.preheader()));
        choices.choose(
                edition.number(), lines, typed.note("note", change.note()).after(edition.note()));
    }

    private void chooseStories(Edition edition, NamedStories named, Typed typed) {
        int number = edition.number();
        Taken taken = taken(edition, named);
        Map<Long, Seat> seated = seats.seats(named.ids(any -> true));
        named.refuseToPutIn(seated, number, calendars.intake(), this::isFree);
        Map<Long, Integer> moved = named.moved();
        typed.orRefuse();
        makeRoom(number, named, seated);
        Choices chosen = chosen(number, named);
        choices.replace(number, chosen);
        List<StoryHead> has = assembly.storiesFor(number, chosen, taken);
        named.refuseStrangers(number, has);
        List<StoryHead> in =
                has.stream().filter(story -> !chosen.of(story.id()).isOut()).toList();
        refuseToMove(moved, in, named, typed);
        typed.orRefuse();
        choices.replace(number, Places.after(order.inOrder(in, chosen), moved, chosen));
        fill(number, taken, named, seated);
    }

    /** What changes on the site while an edition is being mended is taken story by story, by whoever has seen it. */
    private Taken taken(Edition edition, NamedStories named) {
        return edition.mending()
                ? Taken.only(
                        Set.of(), Set.copyOf(named.ids(Named::isHeadedByRuleAgain)), archive.whole(edition.number()))
                : Taken.ALL;
    }

    /** What some readers were mailed stays where it is, left out since or not. */
    private boolean isFree(Seat seat) {
        Edition has = archive.get(seat.edition());
        return has.state().open() || (!seat.included() && has.revision() == 1);
    }

    private Choices chosen(int number, NamedStories named) {
        Choices chosen = choices.of(number);
        for (Named one : named.all()) {
            boolean flowsAgain =
                    one.change().position().said() && one.change().position().value() == null;
            chosen = chosen.with(one.story().id(), choice -> {
                Choice changed = choice.with(one.change());
                return flowsAgain ? changed.at(null) : changed;
            });
        }
        return chosen;
    }

    /**
     * A story has its place with one edition: whatever comes from another leaves that one, and what goes by rule again may belong to
     * another. What some readers were mailed stays.
     */
    private void makeRoom(int number, NamedStories named, Map<Long, Seat> seated) {
        List<Long> putIn = named.ids(Named::isPutIn);
        choices.forgetElsewhere(number, putIn);
        Stream<Long> fromElsewhere = putIn.stream()
                .filter(id -> seated.containsKey(id) && seated.get(id).edition() != number);
        Stream<Long> byRule = archive.get(number).mending()
                ? Stream.empty()
                : named.ids(Named::goesByRuleAgain).stream()
                        .filter(id -> seated.containsKey(id) && seated.get(id).edition() == number);
        seats.vacate(Stream.concat(fromElsewhere, byRule).toList());
    }

    private static void refuseToMove(Map<Long, Integer> moved, List<StoryHead> in, NamedStories named, Typed typed) {
        named.all().stream()
                .filter(one -> moved.containsKey(one.story().id())
                        && in.stream()
                                .noneMatch(story -> story.id() == one.story().id()))
                .forEach(one -> typed.flaw(
                        one.field() + ".position",
                        "“%s” is left out, and has no position."
                                .formatted(one.story().story().headline()),
                        Wording.of("flaw.left-out", one.story().story().headline())));
    }

    /** This edition first: it has what the others gave up, or might take. */
    private void fill(int number, Taken taken, NamedStories named, Map<Long, Seat> seated) {
        assembly.refill(number, taken);
        seated.values().stream()
                .filter(seat -> seat.edition() != number)
                .map(Seat::edition)
                .distinct()
                .filter(other -> archive.get(other).state().open())
                .forEach(other -> assembly.refill(other, Taken.ALL));
        assembly.settle(named.ids(Named::goesByRuleAgain));
    }

    private static Problem frozen(Edition edition) {
        return new Problem(
                        Kind.CONFLICT,
                        "Its content is frozen",
                        "Edition %d is %s: what was approved is what goes. While it is held or scheduled it can be taken back, and while it is paused it can be revised; then change it. Nothing was changed."
                                .formatted(edition.number(), edition.state()))
                .inWords("frozen", edition.number(), edition.state())
                .with("state", edition.state().name());
    }

    private static Problem stale(Edition edition, String contentHash) {
        return new Problem(
                        Kind.STALE,
                        "The content has changed",
                        "Edition %d is not what you looked at any more. Look at it again, then change it. Nothing was changed."
                                .formatted(edition.number()))
                .inWords("changed-before-editing", edition.number())
                .with("contentHash", Map.of("expected", contentHash, "actual", edition.contentHash()));
    }
}
