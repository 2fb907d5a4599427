package com.newgroktimes.digest.mail;

import java.net.URI;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.mime.Header;

/** What the headers of all copies of a mail have in common, written once. */
public final class Letterhead {

    private final String lines;

    private Letterhead(String lines) {
        this.lines = lines;
    }

    public static Letterhead of(
            String fromName, EmailAddress from, EmailAddress replyTo, String subject, String language) {
        return new Letterhead(Header.namedField("From", fromName, from.key())
                + Header.field("Reply-To", replyTo.key())
                + Header.textField("Subject", subject)
                + Header.field("Content-Language", language)
                + Header.field("Auto-Submitted", "auto-generated") // RFC 3834 §5
                // out-of-office notes; "All" would silence bounces too (MS-OXCMAIL)
                + Header.field("X-Auto-Response-Suppress", "OOF, AutoReply")
                + Header.field("MIME-Version", "1.0"));
    }

    /** Adds a structured header whose value is in its final characters already. */
    public Letterhead with(String name, @Nullable String value) {
        return value == null ? this : new Letterhead(lines + Header.field(name, value));
    }

    /** Says of which list this is a mail (RFC 2919, RFC 2369). The identifier is ours for ever. */
    public Letterhead ofList(String name, String listId, URI archive) {
        return new Letterhead(lines
                + Header.namedField("List-Id", name, listId)
                + Header.field("List-Archive", "<" + archive.toASCIIString() + ">")
                + Header.field("List-Post", "NO"));
    }

    /** One copy. It may have headers of its own besides these. */
    public MessageHead to(EmailAddress to, ZonedDateTime date, String messageId) {
        return new MessageHead(lines, to, date, messageId);
    }
}
