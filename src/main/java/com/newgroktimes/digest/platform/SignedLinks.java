package com.newgroktimes.digest.platform;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Tokens that are made, not stored: base64url, without padding, of layout (1 byte), key fingerprint (2), subject (8), for
 * dated purposes the hour or second of issue (4), and the first 16 bytes of HMAC-SHA-256 over the purpose and all these. Only the
 * exact characters that were issued are a valid token.
 */
@Component
public class SignedLinks {

    private static final int FINGERPRINT = 2;
    private static final int MAC = 16;

    private final Keys keys;

    public SignedLinks(Keys keys) {
        this.keys = keys;
    }

    /** Who a valid token names, and when it was issued: to the hour or second, or the epoch where its purpose is not dated. */
    public record Signed(long subject, Instant issued) {

        /** Of a purpose that is dated to the hour: so that no link is older than it was when it was issued. */
        public Instant issuedAtLatest() {
            return issued.plus(Duration.ofHours(1));
        }
    }

    /** @param issued ignored for purposes that are not dated */
    public String sign(Purpose purpose, long subject, Instant issued) {
        Key key = keys.newest();
        ByteBuffer token = ByteBuffer.allocate(signedLength(purpose) + MAC)
                .put(purpose.dating().layout)
                .put(key.fingerprint(FINGERPRINT))
                .putLong(subject);
        if (purpose.dated()) {
            token.putInt((int) (issued.getEpochSecond() / purpose.dating().seconds));
        }
        token.put(mac(key, purpose, token.array()));
        return encode(token.array());
    }

    /** Empty for whatever was not issued by us for this purpose: forged, cut in two, of another purpose. */
    public Optional<Signed> read(Purpose purpose, String token) {
        return decode(token)
                .filter(bytes -> bytes.length == signedLength(purpose) + MAC && bytes[0] == purpose.dating().layout)
                .filter(bytes -> isOurs(purpose, bytes))
                .map(bytes -> signed(purpose, ByteBuffer.wrap(bytes, 1 + FINGERPRINT, bytes.length - 1 - FINGERPRINT)));
    }

    private boolean isOurs(Purpose purpose, byte[] token) {
        byte[] fingerprint = Arrays.copyOfRange(token, 1, 1 + FINGERPRINT);
        byte[] given = Arrays.copyOfRange(token, signedLength(purpose), token.length);
        return keys.all().stream()
                .filter(key -> Arrays.equals(key.fingerprint(FINGERPRINT), fingerprint))
                .anyMatch(key -> MessageDigest.isEqual(mac(key, purpose, token), given));
    }

    private static Signed signed(Purpose purpose, ByteBuffer fields) {
        long subject = fields.getLong();
        long issued = purpose.dated() ? Integer.toUnsignedLong(fields.getInt()) : 0;
        return new Signed(subject, Instant.ofEpochSecond(issued * purpose.dating().seconds));
    }

    /** Over everything in the token before the MAC's own place. */
    private static byte[] mac(Key key, Purpose purpose, byte[] token) {
        byte[] signed = Arrays.copyOf(token, signedLength(purpose));
        return Arrays.copyOf(key.mac("link " + purpose.name(), signed), MAC);
    }

    private static int signedLength(Purpose purpose) {
        return 1 + FINGERPRINT + Long.BYTES + (purpose.dated() ? Integer.BYTES : 0);
    }

    private static String encode(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Java's decoder also takes padding, and any last bits: only what it would encode again was issued by us. */
    private static Optional<byte[]> decode(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return encode(bytes).equals(token) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
