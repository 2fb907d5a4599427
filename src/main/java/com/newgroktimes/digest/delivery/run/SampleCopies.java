package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.SampleCopy;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.RenderedVariant;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Message;
import com.newgroktimes.digest.mail.Skeleton;
import com.newgroktimes.digest.mail.Slot;

/** Copies that are no deliveries, by the same hands as all others: their links show readers' pages, and change nothing. */
@Component
public final class SampleCopies {

    /** Subscribers are numbered from 1. */
    private static final long NOBODY = 0;

    private static final EmailAddress ANY_READER = EmailAddress.stored("reader@example.org");

    private final DigestMail mail;
    private final MessageIds messageIds;
    private final Clock clock;

    SampleCopies(DigestMail mail, MessageIds messageIds, Clock clock) {
        this.mail = mail;
        this.messageIds = messageIds;
        this.clock = clock;
    }

    /** To look at. */
    public SampleCopy of(Edition edition, RenderedVariant variant) {
        Copy copy = mail.copy(variant, variant.subject(), clock.instant());
        Map<Slot, String> slots = mail.slotsOfNobody(copy, ANY_READER);
        Skeleton skeleton = variant.skeleton();
        String messageId = messageIds.of(edition.number(), edition.revision(), NOBODY);
        return new SampleCopy(
                skeleton.html(slots),
                skeleton.text(slots),
                mail.ofNobody(copy, ANY_READER, messageId).bytes());
    }

    /**
     * To send.
     *
     * @param number of the test's copy: no two messages share a name
     */
    public Message test(long number, RenderedVariant variant, String subject, EmailAddress to) {
        return mail.ofNobody(mail.copy(variant, subject, clock.instant()), to, messageIds.ofTest(number));
    }
}
