package com.newgroktimes.digest.editions;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.stories.StoryHead;

/**
 * Of which of its stories an edition takes what they say now, where it is filled anew: an open one of all; one that is being mended of
 * those alone that somebody saw and took.
 *
 * @param copies what the others say in it, by story
 */
record Taken(boolean all, Set<Long> stories, Set<Long> headlines, Map<Long, EditionStory> copies) {

    static final Taken ALL = new Taken(true, Set.of(), Set.of(), Map.of());

    /**
     * Nothing of what it has, but for these.
     *
     * @param headlines of stories whose headlines go by rule again
     */
    static Taken only(Set<Long> stories, Set<Long> headlines, Edition edition) {
        Map<Long, EditionStory> copies = new HashMap<>();
        Stream.concat(edition.stories().stream(), edition.leftOut().stream())
                .forEach(story -> copies.put(story.story(), story));
        return new Taken(false, stories, headlines, copies);
    }

    boolean is(long story) {
        return all || stories.contains(story) || !copies.containsKey(story);
    }

    EditionStory of(EditionStory now, Choices chosen) {
        return is(now.story()) ? now : kept(now, chosen.of(now.story()));
    }

    /** As the edition has it: by what was not taken, nothing comes to stand elsewhere. */
    StoryHead of(StoryHead now) {
        return is(now.id())
                ? now
                : now.as(Objects.requireNonNull(copies.get(now.id())).content());
    }

    private EditionStory kept(EditionStory now, Choice chosen) {
        EditionStory copy = Objects.requireNonNull(copies.get(now.story()));
        boolean headedAnew = chosen.headline() != null || headlines.contains(now.story());
        Story content = headedAnew ? copy.content().headed(now.content().headline()) : copy.content();
        return new EditionStory(now.story(), now.position(), now.isLong(), content, picture(copy, now));
    }

    /** One that was not fetched yet comes when it is there: it is what the copy names. */
    private static @Nullable String picture(EditionStory copy, EditionStory now) {
        return copy.picture() == null
                        && Objects.equals(copy.content().image(), now.content().image())
                ? now.picture()
                : copy.picture();
    }
}
