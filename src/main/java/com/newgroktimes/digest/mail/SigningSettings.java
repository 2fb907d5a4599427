package com.newgroktimes.digest.mail;

import java.util.List;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import com.newgroktimes.digest.mail.dkim.KeyPlace;
import com.newgroktimes.digest.platform.StartRefused;

/** By which keys mails are signed, and for which domain, for whoever is not the service. */
public record SigningSettings(String domain, List<KeyPlace> keys) {

    /** @throws StartRefused where they are wrong, perhaps as the cause of another exception */
    public static SigningSettings read(Environment environment) {
        Binder binder = Binder.get(environment);
        DkimSettings dkim = binder.bindOrCreate("digest.dkim", DkimSettings.class);
        String given = dkim.domain();
        return new SigningSettings(given == null ? ofTheSender(binder) : ascii(given), dkim.places());
    }

    private static String ofTheSender(Binder binder) {
        String from = binder.bind("digest.mail.from", String.class).orElse("");
        return from.isBlank() ? "" : EmailAddress.ofOurs(from.strip()).domain();
    }

    private static String ascii(String domain) {
        return EmailAddress.ofOurs("dkim@" + domain).domain();
    }
}
