package com.newgroktimes.digest.subscribers;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of a list of readers. Every line that was read is added, changed, unchanged or left out.
 *
 * @param unproven       lines that said CONFIRMED without saying when and how we know, and so stand as PENDING
 * @param standings      what those that were added or changed came to
 * @param leftOut        the first of those that were left out
 * @param notListed      how many more were
 * @param ignoredColumns that nothing was read from, as the file names them
 * @param number         of the import, by which those who wait can be asked; null for a rehearsal
 * @param profile        the system that the file was read as a list of; null where its columns are our own
 */
public record ImportReport(
        long read,
        long added,
        long changed,
        long unchanged,
        long unproven,
        Standings standings,
        List<LeftOut> leftOut,
        long notListed,
        List<String> ignoredColumns,
        @Nullable Long number,
        @Nullable String profile) {

    /** @param line of the file, where the first is 1, in which the entry begins */
    public record LeftOut(long line, String reason) {}

    /**
     * Whoever must not be written to counts as that alone.
     *
     * @param waiting for their own confirmation: they get nothing before that
     */
    public record Standings(long confirmed, long waiting, long left, long suppressed) {

        public static final Standings NONE = new Standings(0, 0, 0, 0);
        public static final Standings SUPPRESSED = new Standings(0, 0, 0, 1);

        public static Standings one(SubscriberState state) {
            return switch (state) {
                case CONFIRMED -> new Standings(1, 0, 0, 0);
                case PENDING -> new Standings(0, 1, 0, 0);
                case UNSUBSCRIBED -> new Standings(0, 0, 1, 0);
            };
        }

        public Standings plus(Standings more) {
            return new Standings(
                    confirmed + more.confirmed, waiting + more.waiting, left + more.left, suppressed + more.suppressed);
        }

        public Standings minus(Standings less) {
            return plus(new Standings(-less.confirmed, -less.waiting, -less.left, -less.suppressed));
        }
    }

    public ImportReport under(@Nullable Long number) {
        return new ImportReport(
                read,
                added,
                changed,
                unchanged,
                unproven,
                standings,
                leftOut,
                notListed,
                ignoredColumns,
                number,
                profile);
    }
}
