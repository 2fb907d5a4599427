package com.newgroktimes.digest.operator.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.util.MultiValueMap;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionChange;
import com.newgroktimes.digest.editions.EditionChange.StoryChange;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Wish;

/**
 * What an editor typed and pressed on the page of an edition's content. Each button sends all that is typed, so that nothing is lost
 * by pressing another one first; and what each field said before, since only what somebody changed is their wish.
 */
final class ContentForm {

    private final MultiValueMap<String, String> typed;

    ContentForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** What they looked at. */
    String contentHash() {
        return field("contentHash").orElse("");
    }

    /** The button: {@code up:5}, {@code out:5}, {@code save}. */
    String pressed() {
        return field("press").orElse("save");
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(typed.getFirst(name));
    }

    /** What somebody wrote into a field; empty where it says what it said when it was shown. */
    Optional<String> typed(String name) {
        return field(name)
                .filter(text -> field("was-" + name)
                        .filter(was -> tidied(was).equals(tidied(text)))
                        .isEmpty());
    }

    /** Whether somebody wants this story at length, or short; empty where nobody changed that. */
    Optional<Boolean> wantedLong(long story) {
        // A box that is not ticked sends nothing: its story's headline says that it was on the page.
        boolean shown = field("headline-" + story).isPresent();
        String ticked = String.valueOf(field("long-" + story).isPresent());
        return shown && !field("was-long-" + story).equals(Optional.of(ticked))
                ? Optional.of(Boolean.valueOf(ticked))
                : Optional.empty();
    }

    /** What is typed and is not so yet. What is emptied goes by rule again. */
    EditionChange change(Edition edition) {
        List<StoryChange> stories = new ArrayList<>();
        edition.stories().forEach(story -> change(edition, story).ifPresent(stories::add));
        edition.leftOut().stream()
                .filter(story -> isPressed("in", story))
                .map(story -> StoryChange.putIn(url(story)))
                .forEach(stories::add);
        field("other")
                .filter(url -> pressed().equals("other") && !url.isBlank())
                .map(StoryChange::putIn)
                .ifPresent(stories::add);
        return new EditionChange(
                line("subject", edition.subject()),
                line("preheader", edition.preheader()),
                line("note", edition.note() == null ? "" : edition.note()),
                stories);
    }

    private Optional<StoryChange> change(Edition edition, EditionStory story) {
        if (isPressed("out", story)) {
            return Optional.of(StoryChange.leftOut(url(story)));
        }
        var change = new StoryChange(
                url(story),
                position(edition, story),
                isLong(story),
                Wish.unsaid(),
                line("headline-" + story.story(), story.content().headline()));
        return change.equals(StoryChange.none(url(story))) ? Optional.empty() : Optional.of(change);
    }

    private Wish<Integer> position(Edition edition, EditionStory story) {
        if (isPressed("up", story)) {
            return Wish.of(Math.max(1, story.position() - 1));
        }
        if (isPressed("down", story)) {
            return Wish.of(Math.min(edition.stories().size(), story.position() + 1));
        }
        return isPressed("flow", story)
                ? Wish.byRule()
                : typed("place-" + story.story())
                        .map(ContentForm::place)
                        .filter(place -> place != story.position())
                        .map(Wish::of)
                        .orElseGet(Wish::unsaid);
    }

    /** What is no number is no place either, and refused as such. */
    private static Integer place(String typed) {
        String place = typed.strip();
        return place.matches("\\d{1,6}") ? Integer.valueOf(place) : 0;
    }

    private Wish<Boolean> isLong(EditionStory story) {
        return wantedLong(story.story())
                .filter(wanted -> wanted != story.isLong())
                .map(Wish::of)
                .orElseGet(Wish::unsaid);
    }

    private Wish<String> line(String name, String now) {
        return typed(name)
                .map(ContentForm::tidied)
                .filter(text -> !text.equals(tidied(now)))
                .map(text -> text.isEmpty() ? Wish.<String>byRule() : Wish.of(text))
                .orElseGet(Wish::unsaid);
    }

    private static String tidied(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private boolean isPressed(String act, EditionStory story) {
        return pressed().equals(act + ":" + story.story());
    }

    private static String url(EditionStory story) {
        return story.content().url();
    }
}
