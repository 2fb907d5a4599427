package com.newgroktimes.digest.site;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ReaderDelivery;
import com.newgroktimes.digest.subscribers.Evidence;
import com.newgroktimes.digest.subscribers.ReaderData;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.WaitingChange;

/**
 * What a reader takes away of what we keep about them, in the words in which it is kept.
 *
 * @param evidence   oldest first
 * @param legacyKeys by what links of an older system name them
 * @param deliveries newest edition first, for as long as the ledger has them
 */
record CopyOfData(
        String publication,
        Instant made,
        Reader reader,
        Wishes wishes,
        List<Evidence> evidence,
        List<String> legacyKeys,
        @Nullable NewAddress addressChange,
        List<ReaderDelivery> deliveries) {

    /** @param number stands in the links that we mail them */
    record Reader(
            long number,
            String address,
            String state,
            Instant since,
            Instant signedUpAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant leftAt,
            String source,
            @Nullable Suppressed suppressed) {}

    /** Why nothing may be mailed there. */
    record Suppressed(String reason, @Nullable Instant at) {}

    /** Where the digest is to go, once somebody presses a link there. */
    record NewAddress(String address, Instant asked, Instant until) {}

    /** @param sections empty: all of them */
    record Wishes(
            String language,
            String format,
            List<String> sections,
            @Nullable Instant breakUntil) {}

    static CopyOfData of(String publication, Instant made, ReaderData data, List<ReaderDelivery> deliveries) {
        Subscriber reader = data.reader();
        return new CopyOfData(
                publication,
                made,
                reader(reader),
                new Wishes(reader.locale(), reader.format(), reader.sections(), reader.breakUntil()),
                data.evidence(),
                data.legacyKeys(),
                newAddress(data.addressChange()),
                deliveries);
    }

    private static @Nullable NewAddress newAddress(@Nullable WaitingChange change) {
        return change == null ? null : new NewAddress(change.address().key(), change.asked(), change.until());
    }

    private static Reader reader(Subscriber reader) {
        return new Reader(
                reader.id(),
                reader.address().key(),
                reader.state().name(),
                reader.since(),
                reader.signedUpAt(),
                reader.confirmedAt(),
                reader.leftAt(),
                reader.source(),
                reader.suppressed() == null
                        ? null
                        : new Suppressed(reader.suppressed().name(), reader.suppressedAt()));
    }
}
