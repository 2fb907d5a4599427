package com.newgroktimes.digest.editions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.EditionChange.StoryChange;
import com.newgroktimes.digest.editions.EditionStoryTable.Seat;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Wording;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryHead;

/** The stories that a change names, each found by its address, and whether what is wanted of it can be. */
final class NamedStories {

    private final Map<Long, Named> byId = new LinkedHashMap<>();
    private final Typed typed;

    /** @param field where the change names it: {@code stories[2]} */
    record Named(String field, StoredStory story, StoryChange change) {

        boolean isPutIn() {
            return change.included().is(true);
        }

        boolean isHeadedByRuleAgain() {
            return change.headline().said() && change.headline().value() == null;
        }

        boolean goesByRuleAgain() {
            return change.included().said() && change.included().value() == null;
        }
    }

    private NamedStories(Typed typed) {
        this.typed = typed;
    }

    static NamedStories of(List<StoryChange> changes, Stories stories, Typed typed) {
        var named = new NamedStories(typed);
        for (int i = 0; i < changes.size(); i++) {
            named.add("stories[%d]".formatted(i), changes.get(i), stories);
        }
        return named;
    }

    private void add(String field, StoryChange change, Stories stories) {
        Optional<StoredStory> found = find(field, change.url(), stories);
        found.ifPresent(story -> {
            Named named = new Named(field, story, tidied(field, change));
            if (byId.putIfAbsent(story.id(), named) != null) {
                typed.flaw(
                        field + ".url",
                        "%s is named twice. Name it once.".formatted(change.url()),
                        Wording.of("flaw.twice", change.url()));
            }
        });
    }

    private Optional<StoredStory> find(String field, String url, Stories stories) {
        try {
            Optional<StoredStory> found = stories.find(url);
            if (found.isEmpty()) {
                typed.flaw(
                        field + ".url",
                        "There is no story at %s. GET /api/v1/stories lists those there are.".formatted(url),
                        Wording.of("flaw.no-story", url));
            }
            return found;
        } catch (Problem noAddress) {
            typed.flaw(field + ".url", noAddress.detail());
            return Optional.empty();
        }
    }

    private StoryChange tidied(String field, StoryChange change) {
        return new StoryChange(
                change.url(),
                change.position(),
                change.isLong(),
                change.included(),
                typed.line(field + ".headline", change.headline()));
    }

    List<Named> all() {
        return List.copyOf(byId.values());
    }

    List<Long> ids(Predicate<Named> which) {
        return byId.values().stream()
                .filter(which)
                .map(named -> named.story().id())
                .toList();
    }

    /** Where each of those is to stand that were given a place. */
    Map<Long, Integer> moved() {
        Map<Long, Integer> moved = new LinkedHashMap<>();
        byId.forEach((id, named) -> typed.position(
                        named.field() + ".position", named.change().position())
                .ifPresent(position -> {
                    if (moved.containsValue(position)) {
                        typed.flaw(
                                named.field() + ".position",
                                "Two stories cannot both be at position %d.".formatted(position),
                                Wording.of("flaw.same-position", position));
                    }
                    moved.put(id, position);
                }));
        return moved;
    }

    /** @param seats of those that have one */
    void refuseToPutIn(Map<Long, Seat> seats, int edition, Intake intake, Predicate<Seat> isFree) {
        byId.values().stream().filter(Named::isPutIn).forEach(named -> {
            StoredStory story = named.story();
            whyNot(story, seats.get(story.id()), edition, intake, isFree)
                    .ifPresent(why -> typed.flaw(named.field() + ".included", why.sentence(), why.words()));
        });
    }

    private record Why(String sentence, Wording words) {}

    private static Optional<Why> whyNot(
            StoredStory story, @Nullable Seat seat, int edition, Intake intake, Predicate<Seat> isFree) {
        String headline = story.story().headline();
        if (story.withdrawnAt() != null) {
            return Optional.of(new Why(
                    "“%s” was withdrawn. Send it again first.".formatted(headline),
                    Wording.of("flaw.withdrawn", headline)));
        }
        if (story.incomplete()) {
            return Optional.of(new Why(
                    "“%s” has no TL;DR. Give it one first.".formatted(headline), Wording.of("flaw.no-tldr", headline)));
        }
        if (!intake.ready(story)) {
            return Optional.of(new Why(
                    "“%s” waits for its date, %s.".formatted(headline, story.moment()),
                    Wording.of("flaw.future", headline, story.moment())));
        }
        return Optional.ofNullable(seat)
                .filter(place -> place.edition() != edition && !isFree.test(place))
                .map(place -> new Why(
                        "“%s” is in edition %d, which was sent or approved: a story is mailed once."
                                .formatted(headline, place.edition()),
                        Wording.of("flaw.elsewhere", headline, place.edition())));
    }

    /** Nothing can be chosen of a story that has no place with the edition. */
    void refuseStrangers(int edition, List<StoryHead> has) {
        var ids = has.stream().map(StoryHead::id).collect(Collectors.toSet());
        byId.values().stream()
                .filter(named ->
                        !named.goesByRuleAgain() && !ids.contains(named.story().id()))
                .forEach(named -> typed.flaw(
                        named.field() + ".url",
                        "“%s” is not in edition %d. Put it in with \"included\": true."
                                .formatted(named.story().story().headline(), edition),
                        Wording.of("flaw.not-in", named.story().story().headline(), edition)));
    }
}
