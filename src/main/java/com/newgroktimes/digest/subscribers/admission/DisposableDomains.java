package com.newgroktimes.digest.subscribers.admission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.admission.AdmissionSettings.Disposable;

/** Domains whose addresses are made to be thrown away: those of {@code disposable-domains.txt}, and the publication's own. */
@Component
public class DisposableDomains {

    private static final ClassPathResource KNOWN = new ClassPathResource("disposable-domains.txt");

    private final Disposable treatment;
    private final Set<String> domains = new HashSet<>();

    public DisposableDomains(AdmissionSettings settings) {
        treatment = settings.disposable();
        read().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(domains::add);
        settings.disposableDomains()
                .forEach(domain -> domains.add(domain.strip().toLowerCase(Locale.ROOT)));
    }

    /** Whether addresses of this domain are turned away. */
    public boolean refuse(String domain) {
        return treatment == Disposable.REFUSE && isOrIsBelowOneOfThem(domain);
    }

    /** Whether it is noted that an address is of this domain. */
    public boolean mark(String domain) {
        return treatment == Disposable.MARK && isOrIsBelowOneOfThem(domain);
    }

    private boolean isOrIsBelowOneOfThem(String domain) {
        String rest = domain;
        while (!domains.contains(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return true;
    }

    private static String read() {
        try {
            return KNOWN.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
