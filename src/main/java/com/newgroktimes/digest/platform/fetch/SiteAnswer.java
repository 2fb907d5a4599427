package com.newgroktimes.digest.platform.fetch;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a site answered that was asked for a document, whatever it was.
 *
 * @param address     where it was in the end, after all redirects
 * @param settled     where to ask from now on: as far as redirects for good led from the address that was asked
 * @param body        whole where the status is 200, unless it broke off; the beginning of what 401, 403, 429 and 503 say; of others empty
 * @param brokenOff   how the body ended before its end, where a part of it was wanted too; null where it did not
 * @param contentType null where none was told
 * @param retryAfter  as it was told; null where it was not
 */
public record SiteAnswer(
        URI address,
        URI settled,
        int status,
        byte[] body,
        @Nullable FetchFault brokenOff,
        @Nullable String contentType,
        Validators validators,
        @Nullable String retryAfter) {

    /** Who says more has mistaken itself, and would never be asked again. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    static SiteAnswer of(URI address, URI settled, HttpResponse came, Body body) {
        return new SiteAnswer(
                address,
                settled,
                came.getCode(),
                body.bytes(),
                body.brokenOff(),
                header(came, "Content-Type"),
                new Validators(header(came, "ETag"), header(came, "Last-Modified")),
                header(came, "Retry-After"));
    }

    /** Before when it asks not to be asked again, in seconds or as a date (RFC 9110 §10.2.3); a day from now at most. */
    public Optional<Instant> notBefore(Instant now) {
        Instant furthest = now.plus(LONGEST_WAIT);
        return asked(now).map(until -> until.isAfter(furthest) ? furthest : until);
    }

    private Optional<Instant> asked(Instant now) {
        if (retryAfter == null) {
            return Optional.empty();
        }
        String told = retryAfter.strip();
        try {
            return told.matches("\\d+")
                    ? Optional.of(now.plusSeconds(told.length() > 9 ? LONGEST_WAIT.toSeconds() : Long.parseLong(told)))
                    : Optional.ofNullable(DateUtils.parseStandardDate(told));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable String header(HttpResponse came, String name) {
        Header first = came.getFirstHeader(name);
        return first == null ? null : first.getValue();
    }
}
