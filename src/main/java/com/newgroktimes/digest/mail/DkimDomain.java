package com.newgroktimes.digest.mail;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import com.newgroktimes.digest.platform.StartRefused;

/** The domain for which our mail is signed (DKIM). */
public final class DkimDomain {

    private static final String KEY = "digest.dkim.domain";

    private DkimDomain() {}

    /** Why no mail could be signed with these settings; empty where it can, and where what it hangs on is wrong already. */
    public static Optional<StartRefused> refusal(Environment environment) {
        if (!isSigned(environment)) {
            return Optional.empty();
        }
        try {
            String given = environment.getProperty(KEY);
            OurAddresses ours = Binder.get(environment)
                    .bindOrCreate("digest.mail", MailSettings.class)
                    .addresses();
            return refusal(given == null || given.isBlank() ? null : given.strip(), ours);
        } catch (RuntimeException told) { // by the settings themselves
            return Optional.empty();
        }
    }

    private static boolean isSigned(Environment environment) {
        return Stream.of("selector", "private-key")
                .anyMatch(part -> environment.containsProperty("digest.dkim.keys[0]." + part));
    }

    static String of(@Nullable String given, OurAddresses ours) {
        refusal(given, ours).ifPresent(refused -> {
            throw refused;
        });
        return named(given, ours);
    }

    private static Optional<StartRefused> refusal(@Nullable String given, OurAddresses ours) {
        String domain = named(given, ours);
        return Stream.of(ours.from(), ours.confirmationFrom())
                .filter(sender -> !isAligned(domain, sender.domain()))
                .findFirst()
                .map(stranger -> StartRefused.setting(
                        KEY,
                        given,
                        "mails come from %s, and receivers believe a signature only of that domain, one above it or one below it (DMARC, RFC 9989)."
                                .formatted(stranger.key())));
    }

    private static String named(@Nullable String given, OurAddresses ours) {
        return given == null
                ? ours.from().domain()
                : EmailAddress.ofOurs("dkim@" + given).domain();
    }

    /** As DMARC's relaxed alignment has it, as far as that can be told without the DNS. */
    private static boolean isAligned(String domain, String sender) {
        return sender.equals(domain) || sender.endsWith("." + domain) || domain.endsWith("." + sender);
    }
}
