package com.newgroktimes.digest.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.newgroktimes.digest.mail.dkim.KeyPlace;
import com.newgroktimes.digest.mail.dkim.KeyRing;
import com.newgroktimes.digest.mail.dkim.UnusableKey;
import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.platform.StartRefused;

/**
 * By whom our mail is signed (DKIM). Without a key it is not signed here.
 *
 * @param domain     whose keys these are; without it, the domain of the digest's sender
 * @param keys       of each algorithm the first that the DNS has signs
 * @param nameServer who is asked whether the DNS has the keys; without it, whom the machine asks
 */
@ConfigurationProperties("digest.dkim")
public record DkimSettings(
        @Nullable String domain,
        @DefaultValue List<Key> keys,
        @Nullable String nameServer) {

    private static final String PREFIX = "digest.dkim.";
    private static final Pattern NAME_SERVER = Pattern.compile(Resolver.SERVER);

    public DkimSettings {
        domain = blankAsNone(domain);
        nameServer = blankAsNone(nameServer);
        var refused = new ArrayList<StartRefused>();
        if (domain != null) {
            checkDomain(domain, refused);
        }
        if (nameServer != null && !NAME_SERVER.matcher(nameServer).matches()) {
            refused.add(StartRefused.setting(
                    PREFIX + "name-server",
                    nameServer,
                    "it must be a name or an address, such as 192.0.2.53 or 192.0.2.53:53."));
        }
        Set<String> selectors = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).check(PREFIX + "keys[" + i + "].", selectors, refused);
        }
        if (!refused.isEmpty()) {
            throw StartRefused.all(refused);
        }
    }

    /**
     * @param selector   under which the DNS has the public half: {@code selector._domainkey.domain}
     * @param privateKey a PEM file: RSA or Ed25519, PKCS#8 or PKCS#1
     */
    public record Key(@Nullable String selector, @Nullable Path privateKey) {

        private static final Pattern SELECTOR = Pattern.compile(
                "(?=.{1,100}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

        private void check(String prefix, Set<String> taken, List<StartRefused> refused) {
            if (selector == null || !SELECTOR.matcher(selector).matches()) {
                refused.add(
                        StartRefused.setting(
                                prefix + "selector",
                                selector,
                                "it is the first part of the name at which the DNS has the key: letters, digits and dashes, such as s2026."));
            } else if (!taken.add(selector.toLowerCase(Locale.ROOT))) {
                refused.add(StartRefused.setting(
                        prefix + "selector", selector, "another key has it already. Each key needs one of its own."));
            }
            if (privateKey == null) {
                refused.add(StartRefused.setting(
                        prefix + "private-key",
                        null,
                        "it is the file of the key. Make one with: java -jar digest.jar dkim-key"));
            } else {
                checkFile(prefix + "private-key", privateKey, refused);
            }
        }

        private static void checkFile(String name, Path file, List<StartRefused> refused) {
            try {
                new KeyRing(List.of(new KeyPlace("checked", file)));
            } catch (UnusableKey e) {
                refused.add(StartRefused.setting(name, file, "this file " + e.what()));
            }
        }

        KeyPlace place() {
            return new KeyPlace(String.valueOf(selector), privateKey == null ? Path.of("") : privateKey);
        }
    }

    List<KeyPlace> places() {
        return keys.stream().map(Key::place).toList();
    }

    private static @Nullable String blankAsNone(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static void checkDomain(String given, List<StartRefused> refused) {
        try {
            if (DomainName.isPublicSuffix(EmailAddress.ofOurs("dkim@" + given).domain())) {
                refused.add(StartRefused.setting(
                        PREFIX + "domain",
                        given,
                        "anybody may register a name below it, so that receivers believe no signature of it."));
            }
        } catch (InvalidAddress e) {
            refused.add(
                    StartRefused.setting(PREFIX + "domain", given, "it must be a domain name, such as example.org."));
        }
    }
}
