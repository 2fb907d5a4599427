package com.newgroktimes.digest.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.mime.Header;

/** The header section of a mail (RFC 5322 §3.6), folded and encoded (RFC 2047) so that no value can start a line of its own. */
public final class MessageHead {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    private final StringBuilder lines;
    private final EmailAddress to;
    private final String messageId;

    MessageHead(String letterhead, EmailAddress to, ZonedDateTime date, String messageId) {
        this.to = to;
        this.messageId = messageId;
        lines = new StringBuilder(2 * letterhead.length())
                .append(letterhead)
                // not folded: a blank in a quoted local part is part of the address
                .append("To: ")
                .append(to.key())
                .append("\r\n")
                .append(Header.field("Date", DATE.format(date)))
                .append(Header.field("Message-ID", messageId));
    }

    /** The headers that every mail has, each exactly once. */
    public static MessageHead of(
            String fromName,
            EmailAddress from,
            EmailAddress to,
            String subject,
            ZonedDateTime date,
            String messageId,
            EmailAddress replyTo,
            String language) {
        return Letterhead.of(fromName, from, replyTo, subject, language).to(to, date, messageId);
    }

    /** Adds a structured header whose value is in its final characters already; null adds none. */
    public MessageHead with(String name, @Nullable String value) {
        if (value != null) {
            lines.append(Header.field(name, value));
        }
        return this;
    }

    /** Lets a mail program show a button that leaves with one POST (RFC 8058 §3.1). */
    public MessageHead oneClick(URI unsubscribe) {
        return oneClick(unsubscribe, Optional.empty());
    }

    /** The same, with an address to which a mail program may write instead (RFC 2369 §3.2). */
    public MessageHead oneClick(URI unsubscribe, Optional<URI> byMail) {
        String https = "<" + unsubscribe.toASCIIString() + ">";
        return with(
                        "List-Unsubscribe",
                        byMail.map(mailto -> https + ", <" + mailto.toASCIIString() + ">")
                                .orElse(https))
                .with("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    EmailAddress to() {
        return to;
    }

    String messageId() {
        return messageId;
    }

    /** All header fields of the message: these and those of the body. */
    String fields(Skeleton body) {
        return lines + body.headerLines();
    }

    /** The whole message without a signature: these headers, those of the body, the body. */
    public byte[] join(Skeleton body, Map<Slot, String> values) {
        return body.join(Filling.of(values), fields(body).getBytes(StandardCharsets.UTF_8));
    }
}
