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
 * by pressing another one first.
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

    Optional<String> field(String name) {
        return Optional.ofNullable(typed.getFirst(name));
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
        return isPressed("flow", story) ? Wish.byRule() : Wish.unsaid();
    }

    private Wish<Boolean> isLong(EditionStory story) {
        // A box that is not ticked sends nothing: its story's headline says that it was on the page.
        boolean shown = field("headline-" + story.story()).isPresent();
        boolean ticked = field("long-" + story.story()).isPresent();
        return shown && ticked != story.isLong() ? Wish.of(ticked) : Wish.unsaid();
    }

    private Wish<String> line(String name, String now) {
        String text = field(name).map(ContentForm::tidied).orElse(now);
        if (text.equals(tidied(now))) {
            return Wish.unsaid();
        }
        return text.isEmpty() ? Wish.byRule() : Wish.of(text);
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
