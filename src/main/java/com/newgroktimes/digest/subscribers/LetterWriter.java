package com.newgroktimes.digest.subscribers;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.FeedbackId;
import com.newgroktimes.digest.mail.Letterhead;
import com.newgroktimes.digest.mail.Message;
import com.newgroktimes.digest.mail.MessageHead;
import com.newgroktimes.digest.mail.Messages;
import com.newgroktimes.digest.mail.OurAddresses;
import com.newgroktimes.digest.mail.Skeleton;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.MailTemplates;
import com.newgroktimes.digest.rendering.PageLanguage;
import com.newgroktimes.digest.rendering.RenderedMail;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.subscribers.AddressChangeTable.Change;

/** Makes a single mail out of its template. */
@Component
class LetterWriter {

    private final MailTemplates templates;
    private final Words words;
    private final ReaderLinks links;
    private final LeavingByMail byMail;
    private final Register register;
    private final AddressChangeTable changes;
    private final Publication publication;
    private final Clock clock;
    private final OurAddresses ours;
    private final Messages messages;

    LetterWriter(
            MailTemplates templates,
            Words words,
            ReaderLinks links,
            LeavingByMail byMail,
            Register register,
            AddressChangeTable changes,
            Publication publication,
            OurAddresses ours,
            Messages messages,
            Clock clock) {
        this.templates = templates;
        this.words = words;
        this.links = links;
        this.byMail = byMail;
        this.register = register;
        this.changes = changes;
        this.publication = publication;
        this.clock = clock;
        this.ours = ours;
        this.messages = messages;
    }

    Message write(LetterKind kind, Subscriber to, Letter letter) {
        Locale locale = words.closest(Locale.forLanguageTag(to.locale()));
        RenderedMail mail = templates.render(kind.template(), model(kind, to, letter, locale), locale);
        String messageId =
                "<letter.%s@%s>".formatted(UUID.randomUUID(), ours.from().domain());
        return messages.of(
                head(kind, to, mail.subject(), messageId, locale), Skeleton.whole(mail.text(), mail.html()), Map.of());
    }

    private MessageHead head(LetterKind kind, Subscriber to, String subject, String messageId, Locale locale) {
        ZonedDateTime now = clock.instant().atZone(publication.timeZone());
        EmailAddress from = kind.isOfTheList() ? ours.from() : ours.confirmationFrom();
        Letterhead letterhead =
                Letterhead.of(publication.name(), from, ours.replyTo(), subject, locale.toLanguageTag());
        return kind.isOfTheList()
                ? letterhead
                        .ofList(publication.name(), ours.listId(), publication.at("/editions"))
                        .with("Feedback-ID", FeedbackId.welcome(from.domain()))
                        .to(to.address(), now, messageId)
                        .oneClick(links.unsubscribe(to.id()), byMail.of(to.id()))
                : letterhead.to(to.address(), now, messageId);
    }

    private Map<String, String> model(LetterKind kind, Subscriber to, Letter letter, Locale locale) {
        Addresses addresses = addresses(kind, to, letter);
        return new LetterModel(
                        spelledOut(letter.asked(), locale),
                        links.confirm(to.id(), clock.instant()).toString(),
                        links.unsubscribe(to.id()).toString(),
                        links.settings(to.id(), clock.instant()).toString(),
                        kind.errand().name().toLowerCase(Locale.ROOT),
                        link(kind, to, letter).toString(),
                        addresses.oldAddress(),
                        addresses.newAddress(),
                        links.notMe(to.id(), clock.instant()).toString(),
                        PageLanguage.asking(publication.at("/privacy"), locale).toString())
                .names();
    }

    /** One to a new address ends when the settings say that the change does, however late it is brought. */
    private URI link(LetterKind kind, Subscriber to, Letter letter) {
        return kind == LetterKind.NEW_ADDRESS
                ? links.newAddress(change(letter).number(), change(letter).asked())
                : links.to(kind.errand(), to.id(), clock.instant());
    }

    /** Masked, since either may be somebody else's than whoever reads the other one's mail. */
    private record Addresses(String oldAddress, String newAddress) {}

    private Addresses addresses(LetterKind kind, Subscriber to, Letter letter) {
        if (kind == LetterKind.NEW_ADDRESS) {
            return new Addresses(
                    masked(change(letter).subscriber()), to.address().masked());
        }
        return kind == LetterKind.ADDRESS_CHANGED
                ? new Addresses(to.address().masked(), masked(to.id()))
                : new Addresses("", "");
    }

    private String masked(long reader) {
        return register.find(reader).map(found -> found.address().masked()).orElse("");
    }

    private Change change(Letter letter) {
        return changes.waiting(letter)
                .orElseThrow(() -> new IllegalStateException(
                        "No change of address waits at subscriber %d.".formatted(letter.subscriber())));
    }

    /** To the second: mail programs fold a mail that is like the one before into it. */
    private String spelledOut(Instant moment, Locale locale) {
        ZonedDateTime there = moment.atZone(publication.timeZone());
        return words.moments("mail.letter.moment", locale).format(there);
    }
}
