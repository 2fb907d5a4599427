package com.newgroktimes.digest.delivery;

import java.time.Instant;
import java.util.List;

import com.newgroktimes.digest.editions.Variant;

/**
 * A test of an edition: the mail that its readers would get, sent to a few addresses that somebody named.
 *
 * @param contentHash of what was tested, exactly
 * @param by          who sent it
 */
public record TestSend(int edition, String contentHash, Variant variant, String by, Instant at, List<TestCopy> copies) {

    /** How many of its copies a relay took. */
    public long accepted() {
        return copies.stream()
                .filter(copy -> copy.state() == DeliveryState.ACCEPTED)
                .count();
    }
}
