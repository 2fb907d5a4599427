package com.newgroktimes.digest.editions;

import java.util.List;

/**
 * What an editor wants to be otherwise in an edition.
 *
 * @param note from the editor, above the stories
 */
public record EditionChange(
        Wish<String> subject, Wish<String> preheader, Wish<String> note, List<StoryChange> stories) {

    /** Of stories alone. */
    public static EditionChange of(List<StoryChange> stories) {
        return new EditionChange(Wish.unsaid(), Wish.unsaid(), Wish.unsaid(), stories);
    }

    /**
     * The same for one of its stories.
     *
     * @param url      of the story, in whatever spelling
     * @param position from 1
     * @param isLong   told with its body
     * @param included false leaves it out; true puts it in, wherever it belongs by rule
     * @param headline of the edition's own copy
     */
    public record StoryChange(
            String url, Wish<Integer> position, Wish<Boolean> isLong, Wish<Boolean> included, Wish<String> headline) {

        public static StoryChange none(String url) {
            return new StoryChange(url, Wish.unsaid(), Wish.unsaid(), Wish.unsaid(), Wish.unsaid());
        }

        public static StoryChange leftOut(String url) {
            return new StoryChange(url, Wish.unsaid(), Wish.unsaid(), Wish.of(false), Wish.unsaid());
        }

        public static StoryChange putIn(String url) {
            return new StoryChange(url, Wish.unsaid(), Wish.unsaid(), Wish.of(true), Wish.unsaid());
        }

        public static StoryChange at(String url, int position) {
            return new StoryChange(url, Wish.of(position), Wish.unsaid(), Wish.unsaid(), Wish.unsaid());
        }
    }
}
