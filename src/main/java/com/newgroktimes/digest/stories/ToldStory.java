package com.newgroktimes.digest.stories;

import org.jspecify.annotations.Nullable;

/**
 * A story that is there already, and what was told of it.
 *
 * @param before   what was told of it last; null where nothing was
 * @param recorded whether that is on record, and not just taken to be so
 * @param teller   which source told it then, and has the say; null where that is not known
 * @param leftOff  whether that source has gone on without it: its last document had it no more
 * @param others   what it was completed from
 */
record ToldStory(
        long id,
        Story story,
        @Nullable String tldrProposed,
        @Nullable Telling before,
        boolean recorded,
        @Nullable String teller,
        boolean leftOff,
        OtherTellings others) {

    boolean wasToldSo(Telling now) {
        return recorded && now.equals(before);
    }

    /** Whether a source that does not have the say has changed what it told. */
    boolean wasToldOtherwise(Telling now, String source) {
        return others.of(source).filter(last -> !last.equals(now)).isPresent();
    }

    /**
     * Who did not have the say until now has it from now on: what it told as one of the others is its own telling now. Who lost it by
     * going on without the story is one of the others, so that the story loses nothing that nobody took back.
     */
    OtherTellings othersThan(String source) {
        OtherTellings rest = others.without(source);
        return leftOff && before != null && teller != null && !teller.equals(source) ? rest.with(teller, before) : rest;
    }

    /** What has the say now, and what it leaves empty. */
    StoryColumns merged(Telling now, OtherTellings rest) {
        return merged(rest.completing(now));
    }

    /** With what another source tells in addition. What was emptied by hand was told before, and stays empty. */
    StoryColumns completed(OtherTellings all) {
        return before == null ? new StoryColumns(story, tldrProposed) : merged(all.completing(before));
    }

    private StoryColumns merged(Telling now) {
        Story told = before == null ? null : others.completing(before).story();
        return columns(new Retelling(story, told, now.story()).merged(), now.tldrProposed());
    }

    private static StoryColumns columns(Story story, @Nullable String proposed) {
        if (story.tldr() != null) {
            return new StoryColumns(story, null);
        }
        return new StoryColumns(
                story, proposed != null ? proposed : ProposedTldr.of(null, story.bodyHtml(), story.lang()));
    }

    boolean isKeptSo(StoryColumns merged) {
        return merged.equals(new StoryColumns(story, tldrProposed));
    }
}
