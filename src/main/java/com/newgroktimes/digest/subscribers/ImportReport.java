package com.newgroktimes.digest.subscribers;

import java.util.List;

/**
 * What became of a list of readers. Every line that was read is added, changed, unchanged or left out.
 *
 * @param unproven  lines that said CONFIRMED without saying when and how we know, and so stand as PENDING
 * @param leftOut   the first of those that were left out
 * @param notListed how many more were
 */
public record ImportReport(
        long read, long added, long changed, long unchanged, long unproven, List<LeftOut> leftOut, long notListed) {

    /** @param line of the file, where the first is 1, in which the entry begins */
    public record LeftOut(long line, String reason) {}
}
