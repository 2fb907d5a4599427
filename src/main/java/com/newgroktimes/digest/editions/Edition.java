package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One week's digest.
 *
 * @param week               ISO week in which its last seven days open: {@code 2026-W48}
 * @param opens              first moment of its window
 * @param closes             first moment after its window
 * @param reason             why it is in this state, where the state alone does not say
 * @param contentHash        SHA-256, in hex, over content, template files and the settings that reach the mail
 * @param leavesAt           end of the holding time, or the scheduled time
 * @param approvedRecipients how many people whoever pressed Send saw
 * @param frozenAt           when its audience was written to the ledger
 */
public record Edition(
        int number,
        String week,
        Instant opens,
        Instant closes,
        EditionState state,
        @Nullable String reason,
        String subject,
        String preheader,
        @Nullable String note,
        int revision,
        String contentHash,
        @Nullable Instant leavesAt,
        @Nullable Integer approvedRecipients,
        @Nullable Instant frozenAt,
        List<EditionStory> stories,
        List<EditionStory> leftOut) {

    /** Whether stories for it still come then. */
    public boolean closesAfter(Instant moment) {
        return closes.isAfter(moment);
    }

    /** What the editor has to say, paragraph by paragraph; none where there is no note. */
    public List<String> noteParagraphs() {
        return note == null
                ? List.of()
                : note.lines().filter(line -> !line.isBlank()).toList();
    }

    /** The same edition with other stories. */
    Edition with(List<EditionStory> itsStories, List<EditionStory> withoutThese) {
        return new Edition(
                number,
                week,
                opens,
                closes,
                state,
                reason,
                subject,
                preheader,
                note,
                revision,
                contentHash,
                leavesAt,
                approvedRecipients,
                frozenAt,
                itsStories,
                withoutThese);
    }
}
