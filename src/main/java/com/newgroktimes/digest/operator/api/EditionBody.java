package com.newgroktimes.digest.operator.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Progress;
import com.newgroktimes.digest.delivery.RevisionProgress;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Edition.Remark;
import com.newgroktimes.digest.editions.EditionHeadlines;
import com.newgroktimes.digest.editions.EditionHeadlines.Headline;
import com.newgroktimes.digest.editions.EditionState;

/**
 * An edition as the API shows it. The names and their order are a promise to those who read it.
 *
 * @param leavesAt when it leaves, while it is held or scheduled
 * @param leftOut  stories of its own that somebody left out
 * @param revisions none before the audience is frozen
 * @param warning what whoever sends it now should know first
 */
record EditionBody(
        int number,
        String week,
        Instant opens,
        Instant closes,
        EditionState state,
        String subject,
        String contentHash,
        long recipients,
        int revision,
        List<StoryLine> stories,
        Counts deliveries,
        @Nullable Integer perMinute,
        @Nullable Long secondsLeft,
        @Nullable String reason,
        @Nullable Instant leavesAt,
        @Nullable String warning,
        String preheader,
        @Nullable String note,
        List<LeftOut> leftOut,
        List<RevisionLine> revisions,
        List<Remark> corrections,
        @Nullable Remark withdrawn,
        Instant asOf) {

    record StoryLine(
            String url,
            String headline,
            int position,

            @JsonProperty("long") boolean isLong) {

        static StoryLine of(Headline story) {
            return new StoryLine(story.url(), story.headline(), story.position(), story.isLong());
        }
    }

    record LeftOut(String url, String headline) {

        static LeftOut of(Headline story) {
            return new LeftOut(story.url(), story.headline());
        }
    }

    record Counts(
            long waiting,
            long sending,
            long accepted,
            long putOff,
            long refused,
            long gaveUp,
            long unknown,
            long skipped) {

        static Counts of(Map<DeliveryState, Long> counts) {
            return new Counts(
                    counts.getOrDefault(DeliveryState.WAITING, 0L),
                    counts.getOrDefault(DeliveryState.SENDING, 0L),
                    counts.getOrDefault(DeliveryState.ACCEPTED, 0L),
                    counts.getOrDefault(DeliveryState.PUT_OFF, 0L),
                    counts.getOrDefault(DeliveryState.REFUSED, 0L),
                    counts.getOrDefault(DeliveryState.GAVE_UP, 0L),
                    counts.getOrDefault(DeliveryState.UNKNOWN, 0L),
                    counts.getOrDefault(DeliveryState.SKIPPED, 0L));
        }
    }

    /** @param deliveries of this revision: together they add up to the edition's */
    record RevisionLine(int revision, String contentHash, Counts deliveries) {

        static RevisionLine of(RevisionProgress progress) {
            return new RevisionLine(
                    progress.revision().number(), progress.revision().contentHash(), Counts.of(progress.counts()));
        }
    }

    static EditionBody of(
            EditionHeadlines listed, Progress progress, List<RevisionProgress> revisions, @Nullable String warning) {
        Edition edition = listed.edition();
        return new EditionBody(
                edition.number(),
                edition.week(),
                edition.opens(),
                edition.closes(),
                edition.state(),
                edition.subject(),
                edition.contentHash(),
                progress.recipients(),
                edition.revision(),
                listed.stories().stream().map(StoryLine::of).toList(),
                Counts.of(progress.counts()),
                progress.perMinute(),
                progress.secondsLeft(),
                edition.reason(),
                leavesAt(edition),
                warning,
                edition.preheader(),
                edition.note(),
                listed.leftOut().stream().map(LeftOut::of).toList(),
                revisions.stream().map(RevisionLine::of).toList(),
                edition.corrections(),
                edition.withdrawn(),
                progress.asOf());
    }

    /** Once it is on its way, the time that it was to leave at is no news. */
    private static @Nullable Instant leavesAt(Edition edition) {
        return switch (edition.state()) {
            case HOLDING, SCHEDULED -> edition.leavesAt();
            case DRAFT, READY, PREPARING, SENDING, PAUSING, PAUSED, RETRYING, SENT, SENT_PROBLEMS, STOPPED, FAILED ->
                null;
        };
    }
}
