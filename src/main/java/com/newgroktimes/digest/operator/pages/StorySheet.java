package com.newgroktimes.digest.operator.pages;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Placement;
import com.newgroktimes.digest.stories.Flaw;
import com.newgroktimes.digest.stories.StoredStory;

/**
 * All that the page of one story shows. Templates read it.
 *
 * @param story     null for one that is not kept yet
 * @param placement null for one that is not kept yet
 * @param form      as it was typed, or as the story is
 * @param now       the story as it is
 * @param told      as its source last told it; null where none did
 * @param seen      marks of what whoever fills in the form looks at
 * @param flaws     of what was typed, by field
 * @param clashes   fields that were changed here and elsewhere meanwhile
 * @param sections  to choose from
 * @param focus     the field or button at which a keyboard goes on; empty: as usual
 */
public record StorySheet(
        @Nullable StoredStory story,
        @Nullable Placement placement,
        StoryForm form,
        StoryForm now,
        @Nullable StoryForm told,
        String seen,
        List<Flaw> flaws,
        List<String> clashes,
        List<String> sections,
        String focus) {

    /** Those of one line, or of all lines of a list. */
    public List<Flaw> flawsOf(String name) {
        return flaws.stream().filter(flaw -> flaw.field().equals(name)).toList();
    }

    /** Whether the form has a field that a flaw can be shown at. */
    public boolean has(Flaw flaw) {
        String name = flaw.field();
        return Stream.concat(StoryForm.FIELDS.stream(), Stream.of("url", "image.url", "image.alt"))
                        .anyMatch(name::equals)
                || name.matches("(newsSources|xPosts)\\[\\d+]\\.(n|url|title|text)");
    }

    /** Whether its source says something else, so that it was set by hand. */
    public boolean differs(String field) {
        return told != null && !told.text(field).equals(now.text(field));
    }

    public boolean isClash(String field) {
        return clashes.contains(field);
    }

    /** Fields that its source says otherwise. */
    public List<String> differing() {
        return StoryForm.FIELDS.stream().filter(this::differs).toList();
    }

    /** Of the element that a name stands for: in an address, brackets would have to be escaped. */
    public String id(String name) {
        return name.replace("].", "-").replace('[', '-').replace('.', '-');
    }

    StorySheet typed(StoryForm other, String otherSeen) {
        return new StorySheet(story, placement, other, now, told, otherSeen, flaws, clashes, sections, focus);
    }

    /** In the order of the form. */
    StorySheet flawed(List<Flaw> others) {
        List<Flaw> inOrder = others.stream()
                .sorted(Comparator.comparingInt(
                        flaw -> StoryForm.FIELDS.indexOf(flaw.field().split("[.\\[]", 2)[0])))
                .toList();
        return new StorySheet(story, placement, form, now, told, seen, inOrder, clashes, sections, focus);
    }

    StorySheet clashing(List<String> others) {
        return new StorySheet(story, placement, form, now, told, seen, flaws, others, sections, focus);
    }

    StorySheet focused(String other) {
        return new StorySheet(story, placement, form, now, told, seen, flaws, clashes, sections, other);
    }
}
