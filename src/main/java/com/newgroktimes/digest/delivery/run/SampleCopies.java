package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.SampleCopy;
import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Delivery.Reader;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.RenderedVariant;
import com.newgroktimes.digest.mail.Skeleton;
import com.newgroktimes.digest.mail.Slot;

/** Copies made out to nobody, by the same hands as all others: their links are signed, and open nobody's pages. */
@Component
public final class SampleCopies {

    /** Subscribers are numbered from 1. */
    private static final long NOBODY = 0;

    private static final String ADDRESS = "reader@example.org";

    private final DigestMail mail;
    private final Clock clock;

    SampleCopies(DigestMail mail, Clock clock) {
        this.mail = mail;
        this.clock = clock;
    }

    public SampleCopy of(Edition edition, RenderedVariant variant) {
        Instant now = clock.instant();
        Copies copies = mail.copies(edition.number(), now, List.of(variant));
        Reader reader = new Reader(ADDRESS, "example.org", now);
        Map<Slot, String> slots = copies.slots(variant.id(), NOBODY, reader);
        Skeleton skeleton = variant.skeleton();
        return new SampleCopy(
                skeleton.html(slots),
                skeleton.text(slots),
                copies.of(delivery(edition, variant, reader), reader).bytes());
    }

    private static Delivery delivery(Edition edition, RenderedVariant variant, Reader reader) {
        return new Delivery(NOBODY, DeliveryState.WAITING, 0, variant.id(), edition.revision(), 0, reader, null);
    }
}
