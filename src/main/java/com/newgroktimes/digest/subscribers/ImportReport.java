package com.newgroktimes.digest.subscribers;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of a list of readers. Every line that was read is added, changed, unchanged or left out.
 *
 * @param unproven       lines that said CONFIRMED without saying when and how we know, and so stand as PENDING
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
        List<LeftOut> leftOut,
        long notListed,
        List<String> ignoredColumns,
        @Nullable Long number,
        @Nullable String profile) {

    /** @param line of the file, where the first is 1, in which the entry begins */
    public record LeftOut(long line, String reason) {}

    public ImportReport under(@Nullable Long number) {
        return new ImportReport(
                read, added, changed, unchanged, unproven, leftOut, notListed, ignoredColumns, number, profile);
    }
}
