package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.MailSettings;
import com.newgroktimes.digest.mail.Message;
import com.newgroktimes.digest.mail.MessageHead;
import com.newgroktimes.digest.mail.Skeleton;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.MailTemplates;
import com.newgroktimes.digest.rendering.RenderedMail;
import com.newgroktimes.digest.rendering.Words;

/** Makes a single mail out of its template. */
@Component
class LetterWriter {

    private final MailTemplates templates;
    private final Words words;
    private final ReaderLinks links;
    private final Publication publication;
    private final Clock clock;
    private final EmailAddress from;
    private final EmailAddress replyTo;
    private final EmailAddress returnPath;

    LetterWriter(
            MailTemplates templates,
            Words words,
            ReaderLinks links,
            Publication publication,
            MailSettings settings,
            Clock clock) {
        this.templates = templates;
        this.words = words;
        this.links = links;
        this.publication = publication;
        this.clock = clock;
        this.from = EmailAddress.ofOurs(or(settings.confirmationFrom(), settings.from()));
        this.replyTo = EmailAddress.ofOurs(settings.replyTo());
        this.returnPath = EmailAddress.ofOurs("bounces@"
                + or(settings.returnPath(), EmailAddress.ofOurs(settings.from()).domain()));
    }

    Message write(LetterKind kind, Subscriber to, Instant asked) {
        Locale locale = words.closest(Locale.forLanguageTag(to.locale()));
        RenderedMail mail = templates.render(kind.template(), model(to, asked, locale), locale);
        String messageId = "<letter.%s@%s>".formatted(UUID.randomUUID(), from.domain());
        byte[] bytes = MessageHead.of(
                        publication.name(),
                        from,
                        to.address(),
                        mail.subject(),
                        clock.instant().atZone(publication.timeZone()),
                        messageId,
                        replyTo,
                        locale.toLanguageTag())
                .join(Skeleton.cut(mail.text(), mail.html(), Skeleton.Marks.random()), Map.of());
        return new Message(returnPath, to.address(), messageId, bytes);
    }

    private Map<String, String> model(Subscriber to, Instant asked, Locale locale) {
        return Map.of(
                "asked", spelledOut(asked, locale),
                "confirm", links.confirm(to.id(), clock.instant()).toString(),
                "unsubscribe", links.unsubscribe(to.id()).toString(),
                "settings", links.settings(to.id(), clock.instant()).toString(),
                "notMe", links.notMe(to.id()).toString(),
                "privacy", publication.at("/privacy").toString());
    }

    /** To the second: mail programs fold a mail that is like the one before into it. */
    private String spelledOut(Instant moment, Locale locale) {
        ZonedDateTime there = moment.atZone(publication.timeZone());
        return DateTimeFormatter.ofPattern(words.text("mail.letter.moment", locale), locale)
                .format(there);
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given;
    }
}
