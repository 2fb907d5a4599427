package com.newgroktimes.digest.platform;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Tokens that are made, not stored: base64url, without padding, of layout (1 byte), key fingerprint (2), subject (8), for
 * dated purposes the hour of issue (4), and the first 16 bytes of HMAC-SHA-256 over the purpose and all these. Only the
 * exact characters that were issued are a valid token.
 */
@Component
public class SignedLinks {

    /** Who a valid token names, and when it was issued: to the hour, or the epoch where its purpose is not dated. */
    public record Signed(long subject, Instant issued) {}

    /** @param issued ignored for purposes that are not dated */
    public String sign(Purpose purpose, long subject, Instant issued) {
        throw new UnsupportedOperationException();
    }

    /** Empty for whatever was not issued by us for this purpose: forged, cut in two, of another purpose. */
    public Optional<Signed> read(Purpose purpose, String token) {
        throw new UnsupportedOperationException();
    }
}
