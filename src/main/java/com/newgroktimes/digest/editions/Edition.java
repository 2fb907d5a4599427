package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param note               from the editor, above the stories; each line is a paragraph
 * @param mending            its present revision was sent to nobody yet, and may still be changed
 * @param mendedAt           when a revision of it last began to go out; null where it went out as it was first
 * @param corrections        what its web page says was wrong, oldest first
 * @param withdrawn          null unless it was
 * @param leftOut            stories of its own that an editor left out
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
        boolean mending,
        @Nullable Instant mendedAt,
        String contentHash,
        @Nullable Instant leavesAt,
        @Nullable Integer approvedRecipients,
        @Nullable Instant frozenAt,
        List<Remark> corrections,
        @Nullable Remark withdrawn,
        List<EditionStory> stories,
        List<EditionStory> leftOut) {

    /** What was said of it once it was out. */
    public record Remark(Instant at, String why) {}

    /** Whether what it says may be changed. */
    public boolean changeable() {
        return state.open() || (mending && state == EditionState.PAUSED);
    }

    /** Whether stories for it still come then. */
    public boolean closesAfter(Instant moment) {
        return closes.isAfter(moment);
    }

    /** When readers last found something else on its page than before; empty while there is none. */
    public Optional<Instant> changedAt() {
        return Stream.concat(
                        Stream.of(frozenAt, mendedAt).flatMap(Stream::ofNullable),
                        Stream.concat(corrections.stream(), Stream.ofNullable(withdrawn))
                                .map(Remark::at))
                .max(Comparator.naturalOrder())
                .filter(changed -> frozenAt != null);
    }

    /** What the editor has to say, paragraph by paragraph; none where there is no note. */
    public List<String> noteParagraphs() {
        return note == null
                ? List.of()
                : note.lines().filter(line -> !line.isBlank()).toList();
    }

    /** The same content, and what is said of it now. */
    Edition remarked(Edition now) {
        return new Edition(
                number,
                week,
                opens,
                closes,
                now.state,
                now.reason,
                subject,
                preheader,
                note,
                revision,
                false,
                mendedAt,
                contentHash,
                now.leavesAt,
                now.approvedRecipients,
                now.frozenAt,
                now.corrections,
                now.withdrawn,
                stories,
                leftOut);
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
                mending,
                mendedAt,
                contentHash,
                leavesAt,
                approvedRecipients,
                frozenAt,
                corrections,
                withdrawn,
                itsStories,
                withoutThese);
    }
}
