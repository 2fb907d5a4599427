package com.newgroktimes.digest.delivery.run;

import java.net.URI;
import java.util.Map;

import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Delivery.Reader;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Message;
import com.newgroktimes.digest.mail.MessageHead;

/** The copies of one edition: a variant's bytes, joined with the little in which one reader's copy differs from another's. */
final class Copies {

    private final DigestMail mail;
    private final Edition edition;
    private final Map<Integer, Copy> byVariant;

    /** @param byVariant what all copies of a variant have in common */
    Copies(DigestMail mail, Edition edition, Map<Integer, Copy> byVariant) {
        this.mail = mail;
        this.edition = edition;
        this.byVariant = byVariant;
    }

    Message of(Delivery delivery, Reader reader) {
        Copy copy = copy(delivery);
        EmailAddress to = EmailAddress.stored(reader.address());
        String messageId = mail.messageId(edition.number(), delivery);
        URI unsubscribe = mail.unsubscribe(delivery.subscriber());
        MessageHead head = copy.letterhead()
                .to(to, mail.date(), messageId)
                .oneClick(unsubscribe, mail.unsubscribeByMail(delivery.subscriber()));
        return mail.message(head, copy, mail.slots(copy, delivery.subscriber(), reader, unsubscribe));
    }

    /** One that was mended is sent as it is now: a delivery of another revision was not handed over to it. */
    private Copy copy(Delivery delivery) {
        Copy copy = delivery.revision() == edition.revision() ? byVariant.get(delivery.variant()) : null;
        if (copy == null) {
            throw new IllegalStateException("Edition %d has no variant %d of revision %d. Its skeletons are incomplete."
                    .formatted(edition.number(), delivery.variant(), delivery.revision()));
        }
        return copy;
    }
}
