package com.newgroktimes.digest.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.platform.StartRefused;

/** The settings as addresses and as a way to the relay; what cannot be one stops the start. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    OurAddresses ourAddresses(MailSettings settings) {
        EmailAddress from = address("digest.mail.from", settings.from(), "the digest comes from it.");
        EmailAddress confirmationFrom = StringUtils.hasText(settings.confirmationFrom())
                ? address("digest.mail.confirmation-from", settings.confirmationFrom(), "")
                : from;
        EmailAddress replyTo = address(
                "digest.mail.reply-to",
                settings.replyTo(),
                "readers' answers go to it: name a mailbox that someone reads.");
        return new OurAddresses(from, confirmationFrom, replyTo, returnPath(settings, from), listId(settings));
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
    private static EmailAddress returnPath(MailSettings settings, EmailAddress from) {
        if (!StringUtils.hasText(settings.returnPath())) {
            return from;
        }
        try {
            return EmailAddress.ofOurs(from.localPart() + "@" + settings.returnPath());
        } catch (InvalidAddress invalid) {
            throw StartRefused.setting(
                    "digest.mail.return-path",
                    settings.returnPath(),
                    "it must be a domain name. " + invalid.getMessage());
        }
    }

    private static String listId(MailSettings settings) {
        String key = "digest.mail.list-id";
        String listId = settings.listId();
        if (listId.isBlank()) {
            throw StartRefused.setting(key, null, "mail programs know the list by it. It never changes.");
        }
        if (!listId.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
            throw StartRefused.setting(
                    key, listId, "it must be a name below a domain of yours, such as digest.example.org.");
        }
        return listId;
    }

    @Bean
    @Profile("!demo")
    Route route(ObjectProvider<JavaMailSenderImpl> configured, OurAddresses ours) {
        return ConfiguredRoute.of(configured.getIfAvailable(), ours.from().domain());
    }

    @Bean
    Relay relay(Route route) {
        return new Relay(route, Patience.STANDARD);
    }
}
