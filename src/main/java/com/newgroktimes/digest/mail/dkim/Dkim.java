package com.newgroktimes.digest.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.newgroktimes.digest.mail.dns.Resolver;

/** Signatures as the settings have them: none without a key. */
public final class Dkim implements AutoCloseable {

    private static final byte[] NONE = {};

    private final String domain;
    private final Optional<KeyRing> keys;
    private final Set<String> rewritten;
    private final Optional<KeyWatch> watch;
    private final Clock clock;

    private Dkim(String domain, Optional<KeyRing> keys, Set<String> rewritten, Optional<KeyWatch> watch, Clock clock) {
        this.domain = domain;
        this.keys = keys;
        this.rewritten = rewritten;
        this.watch = watch;
        this.clock = clock;
    }

    public static Dkim off() {
        return new Dkim("", Optional.empty(), Set.of(), Optional.empty(), Clock.systemUTC());
    }

    public static Dkim on(String domain, KeyRing keys, Resolver dns, Clock clock) {
        return on(domain, keys, Set.of(), dns, clock);
    }

    /**
     * @param domain the signer's, which the mail's sender belongs to
     * @param rewritten fields that are changed on the way, and so are not covered
     * @param dns    asked for the records of the keys
     */
    public static Dkim on(String domain, KeyRing keys, Set<String> rewritten, Resolver dns, Clock clock) {
        return new Dkim(domain, Optional.of(keys), rewritten, Optional.of(new KeyWatch(domain, keys, dns)), clock);
    }

    public boolean isOn() {
        return keys.isPresent();
    }

    public String domain() {
        return domain;
    }

    /** Begins to look after the files of the keys, and what the DNS says of them. */
    public void watch() {
        watch.ifPresent(KeyWatch::start);
    }

    /** The keys as the DNS last had them. */
    public List<PublishedKey> published() {
        return watch.map(KeyWatch::last).orElse(List.of());
    }

    /** Asks the DNS now, which may take some seconds. */
    public void ask() {
        watch.ifPresent(KeyWatch::ask);
    }

    /**
     * The fields that go before a head, so that none of it can be changed.
     *
     * @param head     all header fields, in CRLF lines
     * @param bodyHash of the body in relaxed form, wanted only where there is a key
     */
    public byte[] fields(byte[] head, Supplier<byte[]> bodyHash) {
        return keys.map(ring -> fields(ring.signing(), head, bodyHash.get())).orElse(NONE);
    }

    private byte[] fields(List<SigningKey> signing, byte[] head, byte[] bodyHash) {
        SignedFields covered = SignedFields.of(head, rewritten);
        String hash = Base64.getEncoder().encodeToString(bodyHash);
        Instant now = clock.instant();
        var fields = new StringBuilder();
        for (SigningKey key : signing) {
            fields.append(SignatureField.of(key, domain, covered, hash, now));
        }
        return fields.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        watch.ifPresent(KeyWatch::close);
    }
}
