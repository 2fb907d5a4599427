package com.newgroktimes.digest.delivery.run;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Delivery.Reader;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.RenderedVariant;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.FeedbackId;
import com.newgroktimes.digest.mail.Letterhead;
import com.newgroktimes.digest.mail.Message;
import com.newgroktimes.digest.mail.MessageHead;
import com.newgroktimes.digest.mail.Messages;
import com.newgroktimes.digest.mail.OurAddresses;
import com.newgroktimes.digest.mail.Slot;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.LeavingByMail;
import com.newgroktimes.digest.subscribers.ReaderLinks;

/** How an edition's copies are addressed: their headers, and what goes into a reader's slots. */
@Component
final class DigestMail {

    private final Editions editions;
    private final Publication publication;
    private final OurAddresses ours;
    private final Messages messages;
    private final MessageIds messageIds;
    private final ReaderLinks links;
    private final LeavingByMail byMail;
    private final Clock clock;

    DigestMail(
            Editions editions,
            Publication publication,
            OurAddresses ours,
            Messages messages,
            MessageIds messageIds,
            ReaderLinks links,
            LeavingByMail byMail,
            Clock clock) {
        this.editions = editions;
        this.publication = publication;
        this.ours = ours;
        this.messages = messages;
        this.messageIds = messageIds;
        this.links = links;
        this.byMail = byMail;
        this.clock = clock;
    }

    /** @param frozen when the edition's audience was written down */
    Copies copies(Edition edition, Instant frozen, List<RenderedVariant> variants) {
        return new Copies(
                this,
                edition,
                variants.stream().collect(Collectors.toMap(RenderedVariant::id, variant -> copy(variant, frozen))));
    }

    private Copy copy(RenderedVariant rendered, Instant frozen) {
        return copy(rendered, rendered.subject(), frozen);
    }

    /** @param subject the edition's own, or what stands in its place */
    Copy copy(RenderedVariant rendered, String subject, Instant frozen) {
        String language = rendered.variant().language();
        Letterhead letterhead = Letterhead.of(publication.name(), ours.from(), ours.replyTo(), subject, language)
                .ofList(publication.name(), ours.listId(), publication.at("/editions"))
                .with("Feedback-ID", FeedbackId.digest(ours.from().domain()));
        return new Copy(letterhead, rendered.skeleton(), editions.dates(language), frozen);
    }

    Message message(MessageHead head, Copy copy, Map<Slot, String> slots) {
        return messages.of(head, copy.skeleton(), slots);
    }

    ZonedDateTime date() {
        return clock.instant().atZone(publication.timeZone());
    }

    String messageId(int edition, Delivery delivery) {
        return messageIds.of(edition, delivery.revision(), delivery.subscriber());
    }

    URI unsubscribe(long subscriber) {
        return links.unsubscribe(subscriber);
    }

    Optional<URI> unsubscribeByMail(long subscriber) {
        return byMail.of(subscriber);
    }

    Map<Slot, String> slots(Copy copy, long subscriber, Reader reader, URI unsubscribe) {
        return slots(
                copy, reader.address(), reader.signedUpAt(), unsubscribe, links.settings(subscriber, copy.frozen()));
    }

    /** For a copy that is nobody's: as if they had signed up just now, with links that only show where a reader's own lead. */
    Map<Slot, String> slotsOfNobody(Copy copy, EmailAddress address) {
        return slots(
                copy, address.key(), clock.instant(), links.preview(Door.UNSUBSCRIBE), links.preview(Door.SETTINGS));
    }

    private Map<Slot, String> slots(Copy copy, String address, Instant signedUp, URI unsubscribe, URI settings) {
        return Map.of(
                Slot.ADDRESS, address,
                Slot.SIGNED_UP, copy.dates().format(signedUp.atZone(publication.timeZone())),
                Slot.UNSUBSCRIBE, unsubscribe.toASCIIString(),
                Slot.SETTINGS, settings.toASCIIString());
    }

    /** A whole message of a copy that is nobody's. */
    Message ofNobody(Copy copy, EmailAddress to, String messageId) {
        MessageHead head = copy.letterhead().to(to, date(), messageId).oneClick(links.preview(Door.UNSUBSCRIBE));
        return message(head, copy, slotsOfNobody(copy, to));
    }
}
