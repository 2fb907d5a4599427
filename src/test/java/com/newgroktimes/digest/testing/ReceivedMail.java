package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

/** A mail as a reader sees it. */
public record ReceivedMail(String to, String subject, String text, String html, MimeMessage message) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** All that came to this address since the test began, in the order in which they came. */
    public static List<ReceivedMail> inboxOf(String address) {
        return MailServer.received().stream()
                .map(ReceivedMail::read)
                .filter(mail -> mail.to.equals(address))
                .toList();
    }

    /** The one mail to this address, waited for. */
    public static ReceivedMail onlyOneTo(String address) {
        Eventually.eventually("a mail to " + address, () -> !inboxOf(address).isEmpty());
        List<ReceivedMail> all = inboxOf(address);
        if (all.size() != 1) {
            throw new AssertionError("Not one mail to " + address + ", but: " + all);
        }
        return all.get(0);
    }

    /** The link in its text that leads there. */
    public URI link(String path) {
        return LINK.matcher(text)
                .results()
                .map(found -> URI.create(found.group()))
                .filter(link -> link.getPath().startsWith(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link to " + path + " in:\n" + text));
    }

    private static ReceivedMail read(MimeMessage message) {
        try {
            Multipart parts = (Multipart) message.getContent();
            return new ReceivedMail(
                    message.getRecipients(RecipientType.TO)[0].toString(),
                    message.getSubject(),
                    parts.getBodyPart(0).getContent().toString(),
                    parts.getBodyPart(1).getContent().toString(),
                    message);
        } catch (MessagingException e) {
            throw new AssertionError("A mail that cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
