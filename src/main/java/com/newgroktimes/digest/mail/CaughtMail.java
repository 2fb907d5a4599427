package com.newgroktimes.digest.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/**
 * A mail that the demo's mail server caught.
 *
 * @param id   six digits or more
 * @param to   the address, in full
 * @param from with its name
 * @param at   its Date
 */
public record CaughtMail(String id, String to, String from, String subject, Instant at, Path file) {

    private static final Session SESSION = Session.getInstance(allowingUtf8());

    static CaughtMail read(String id, Path file) {
        try {
            MimeMessage mail = parsed(file);
            Date sent = mail.getSentDate();
            return new CaughtMail(
                    id,
                    header(mail, "To"),
                    header(mail, "From"),
                    header(mail, "Subject"),
                    sent == null ? Files.getLastModifiedTime(file).toInstant() : sent.toInstant(),
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("The caught mail " + file + " cannot be read.", e);
        }
    }

    /** Empty where there is none. */
    public String text() {
        return content("text/plain");
    }

    /** Empty where there is none. */
    public String html() {
        return content("text/html");
    }

    /** Whether it is to this address, or holds it, in whatever case. */
    boolean names(EmailAddress address) {
        String wanted = address.key().toLowerCase(Locale.ROOT);
        return Stream.of(to, subject, text(), html())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** As it was sent, byte by byte. */
    public byte[] source() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String content(String type) {
        try {
            return content(parsed(file), type).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("The caught mail " + file + " cannot be read.", e);
        }
    }

    private static Optional<String> content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = content(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static MimeMessage parsed(Path file) throws MessagingException, IOException {
        try (InputStream source = Files.newInputStream(file)) {
            return new MimeMessage(SESSION, source);
        }
    }

    /** An address beyond ASCII is not encoded (RFC 6532). */
    private static Properties allowingUtf8() {
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }

    private static String header(MimeMessage mail, String name) throws MessagingException, IOException {
        String folded = mail.getHeader(name, ", ");
        return folded == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(folded));
    }
}
