package com.newgroktimes.digest.operator.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Edited;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.NewVersion;
import com.newgroktimes.digest.stories.StoryHead;

/**
 * All that the page of an edition's content shows. Templates read it.
 *
 * @param subject   as it was typed, or as it is
 * @param words     how many the note has
 * @param kilobytes of the longest copy
 * @param others    stories that could be put in, newest first
 * @param focus     the button that was pressed, so that a keyboard goes on there
 * @param saved     null where nobody changed it by hand yet
 */
public record ContentSheet(
        Edition edition,
        String subject,
        String preheader,
        String note,
        int words,
        List<Line> lines,
        List<EditionStory> leftOut,
        List<StoryHead> others,
        int kilobytes,
        String focus,
        @Nullable Edited saved) {

    /**
     * A story of the edition.
     *
     * @param headline as it was typed, or as it is
     * @param place    as it was typed, or as it is
     * @param link     whether it has no block of its own
     * @param marks    what checks say of it
     * @param placed   whether somebody gave it its place
     * @param changed  null where the site says the same
     */
    public record Line(
            EditionStory story,
            String headline,
            String place,
            boolean isLong,
            boolean link,
            boolean placed,
            List<Check> marks,
            @Nullable NewVersion changed) {}

    public boolean changeable() {
        return edition.changeable();
    }

    /** Why it takes no changes: the end of a message's key. */
    public String lock() {
        boolean frozen = edition.frozenAt() != null;
        return switch (edition.state()) {
            case DRAFT, READY, SCHEDULED, HOLDING -> "held";
            case PREPARING -> "preparing";
            case SENDING -> "sending";
            case PAUSING -> "pausing";
            case PAUSED -> frozen ? "paused" : "paused-early";
            case RETRYING -> "retrying";
            case FAILED -> "failed";
            case SENT, SENT_PROBLEMS, STOPPED ->
                edition.withdrawn() != null ? "withdrawn" : frozen ? "ended" : "unsent";
        };
    }
}
