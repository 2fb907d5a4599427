package com.newgroktimes.digest.editions;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.EditionChange.StoryChange;

/**
 * What an editor chose of one story in one edition. What is null goes by rule.
 *
 * @param included true: put in by hand; false: left out
 * @param headline of the edition's own copy
 */
record Choice(
        long story,
        @Nullable Integer position,
        @Nullable Boolean isLong,
        @Nullable Boolean included,
        @Nullable String headline) {

    static Choice none(long story) {
        return new Choice(story, null, null, null, null);
    }

    boolean isOut() {
        return Boolean.FALSE.equals(included);
    }

    boolean isPutIn() {
        return Boolean.TRUE.equals(included);
    }

    boolean isNone() {
        return position == null && isLong == null && included == null && headline == null;
    }

    /** All but its place, which depends on the others'. */
    Choice with(StoryChange change) {
        return new Choice(
                story,
                position,
                change.isLong().after(isLong),
                change.included().after(included),
                change.headline().after(headline));
    }

    Choice at(@Nullable Integer place) {
        return new Choice(story, place, isLong, included, headline);
    }
}
