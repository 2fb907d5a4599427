package com.newgroktimes.digest.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.platform.StartRefused;

/** The settings read as addresses; what cannot be one stops the start, and all of those are named at once. */
final class GivenAddresses {

    private final List<StartRefused> refused = new ArrayList<>();

    /** @throws StartRefused with all that are missing or wrong */
    static OurAddresses read(
            String from,
            @Nullable String confirmationFrom,
            String replyTo,
            String listId,
            @Nullable String returnPath,
            @Nullable String unsubscribe) {
        return new GivenAddresses()
                .addresses(from, orBlank(confirmationFrom), replyTo, listId, orBlank(returnPath), orBlank(unsubscribe));
    }

    private static String orBlank(@Nullable String given) {
        return given == null ? "" : given;
    }

    private OurAddresses addresses(
            String from,
            String confirmationFrom,
            String replyTo,
            String listId,
            String returnPath,
            String unsubscribe) {
        var sender = attempt(() -> address("digest.mail.from", from, "the digest comes from it."));
        var confirming = confirmationFrom.isBlank()
                ? sender
                : attempt(() -> address("digest.mail.confirmation-from", confirmationFrom, ""));
        var answered = attempt(() -> address(
                "digest.mail.reply-to", replyTo, "readers' answers go to it: name a mailbox that someone reads."));
        var list = attempt(() -> listId(listId));
        var returning = sender.flatMap(name -> attempt(() -> returnPath(returnPath, name)));
        Optional<EmailAddress> leaving =
                unsubscribe.isBlank() ? Optional.empty() : attempt(() -> unsubscribe(unsubscribe));
        if (!refused.isEmpty()) {
            throw StartRefused.all(refused);
        }
        return new OurAddresses(
                sender.orElseThrow(),
                confirming.orElseThrow(),
                answered.orElseThrow(),
                returning.orElseThrow(),
                list.orElseThrow(),
                leaving.orElse(null));
    }

    private <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (StartRefused one) {
            refused.add(one);
            return Optional.empty();
        }
    }

    private static EmailAddress address(String key, String value, String purpose) {
        if (value.isBlank()) {
            throw StartRefused.setting(key, null, purpose);
        }
        try {
            return EmailAddress.ofOurs(value);
        } catch (InvalidAddress invalid) {
            String meant =
                    invalid.suggestion().map(fix -> " Was " + fix + " meant?").orElse("");
            throw StartRefused.setting(key, value, invalid.getMessage() + meant);
        }
    }

    /** Until returned mail is read, it comes back to the name that the digest is from, which exists. */
    private static EmailAddress returnPath(String domain, EmailAddress from) {
        if (domain.isBlank()) {
            return from;
        }
        try {
            return EmailAddress.ofOurs(from.localPart() + "@" + domain);
        } catch (InvalidAddress invalid) {
            throw StartRefused.setting(
                    "digest.mail.return-path", domain, "it must be a domain name. " + invalid.getMessage());
        }
    }

    /** A token and a plus stand beside its name in one local part, of 64 octets at most (RFC 5321 §4.5.3.1.1), in a link. */
    private static EmailAddress unsubscribe(String mailbox) {
        String key = "digest.mail.unsubscribe";
        EmailAddress address = address(key, mailbox, "");
        if (!address.localPart().matches("[A-Za-z0-9._-]{1,24}")) {
            throw StartRefused.setting(
                    key,
                    mailbox,
                    "before its @ there must be at most 24 letters, digits, dots, dashes and underscores: a + and the"
                            + " reader's token follow them.");
        }
        return address;
    }

    private static String listId(String listId) {
        String key = "digest.mail.list-id";
        if (listId.isBlank()) {
            throw StartRefused.setting(
                    key,
                    null,
                    "mail programs know the list by it. It is a name below a domain of yours, such as digest.example.org, and"
                            + " never changes.");
        }
        if (!listId.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
            throw StartRefused.setting(
                    key, listId, "it must be a name below a domain of yours, such as digest.example.org.");
        }
        return listId;
    }
}
