package com.newgroktimes.digest.delivery.run;

import java.util.Map;

import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Delivery.Reader;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Message;

/** The copies of one edition: a variant's bytes, joined with the little in which one reader's copy differs from another's. */
final class Copies {

    private final DigestMail mail;
    private final int edition;
    private final Map<Integer, Copy> byVariant;

    /** @param byVariant what all copies of a variant have in common */
    Copies(DigestMail mail, int edition, Map<Integer, Copy> byVariant) {
        this.mail = mail;
        this.edition = edition;
        this.byVariant = byVariant;
    }

    Message of(Delivery delivery, Reader reader) {
        Copy copy = copy(delivery.variant());
        EmailAddress to = EmailAddress.stored(reader.address());
        String messageId = mail.messageId(edition, delivery);
        byte[] bytes = copy.letterhead()
                .to(to, mail.date(), messageId)
                .oneClick(mail.unsubscribe(delivery.subscriber()), mail.unsubscribeByMail(delivery.subscriber()))
                .join(copy.skeleton(), mail.slots(copy, delivery.subscriber(), reader));
        return new Message(mail.returnPath(), to, messageId, bytes);
    }

    private Copy copy(int variant) {
        Copy copy = byVariant.get(variant);
        if (copy == null) {
            throw new IllegalStateException(
                    "Edition %d has no variant %d. Its skeletons are incomplete.".formatted(edition, variant));
        }
        return copy;
    }
}
