package com.newgroktimes.digest.mail;

import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.mail.dkim.Dkim;
import com.newgroktimes.digest.mail.dkim.KeyRing;
import com.newgroktimes.digest.mail.dkim.SigningKey;
import com.newgroktimes.digest.mail.dkim.UnusableKey;
import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.platform.StartRefused;

/** The keys of the settings, ready to sign. */
@Configuration(proxyBeanMethods = false)
class DkimConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DkimConfiguration.class);

    /** Receivers believe less, and providers begin to ask for this (RFC 8301 §3.2). */
    private static final int ENOUGH_BITS = 2048;

    @Bean(initMethod = "watch", destroyMethod = "close")
    Dkim dkim(DkimSettings settings, RelaySettings relays, OurAddresses ours, Clock clock) {
        return settings.keys().isEmpty() ? Dkim.off() : on(settings, relays, ours, clock);
    }

    private static Dkim on(DkimSettings settings, RelaySettings relays, OurAddresses ours, Clock clock) {
        String domain = DkimDomain.of(settings.domain(), ours);
        KeyRing keys = keys(settings);
        tell(domain, keys);
        Resolver dns = settings.nameServer() == null ? Resolver.ofTheSystem() : Resolver.of(settings.nameServer());
        return Dkim.on(domain, keys, relays.rewritten(), dns, clock);
    }

    private static KeyRing keys(DkimSettings settings) {
        try {
            return new KeyRing(settings.places());
        } catch (UnusableKey e) {
            throw new StartRefused(
                    "The file of a DKIM key " + e.what(), "Put the key there, or correct digest.dkim.keys.", e);
        }
    }

    private static void tell(String domain, KeyRing keys) {
        List<SigningKey> signing = keys.signing();
        for (SigningKey key : signing) {
            log.info(
                    "Mails are signed by DKIM for {} with the key {} ({}{}), by {}.",
                    domain,
                    key.selector(),
                    key.algorithm().keyType(),
                    key.bits().map(bits -> ", " + bits + " bits").orElse(""),
                    key.provider().orElse("the JDK"));
        }
        signing.stream()
                .filter(DkimConfiguration::isShort)
                .forEach(key -> log.warn(
                        "The DKIM key {} has {} bits. Make one of {} with: java -jar digest.jar dkim-key",
                        key.selector(),
                        key.bits().orElseThrow(),
                        ENOUGH_BITS));
        keys.openToAll()
                .forEach(file -> log.warn(
                        "Everybody on this machine may read the private key in {}. Take that from them: chmod 600 {}",
                        file,
                        file));
        if (signing.stream()
                .anyMatch(key ->
                        key.algorithm() == Algorithm.RSA && key.provider().isEmpty())) {
            log.info(
                    "The JDK signs, which takes twice as long as it could, or longer. A jar that is built on Linux or macOS holds the"
                            + " Amazon Corretto Crypto Provider for such a machine (with glibc): build it on one like this.");
        }
    }

    private static boolean isShort(SigningKey key) {
        return key.bits().filter(bits -> bits < ENOUGH_BITS).isPresent();
    }
}
