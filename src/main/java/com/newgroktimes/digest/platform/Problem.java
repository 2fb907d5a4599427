package com.newgroktimes.digest.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What could not be done, told the way a person needs it: what happened, to what, and what to do. The API shows it as
 * {@code application/problem+json} (RFC 9457), a page in the reader's words.
 */
public final class Problem extends RuntimeException {

    /** The HTTP status that each kind is answered with. */
    public enum Kind {
        /** The request itself cannot be read. */
        INVALID(400),
        /** There is no such thing. */
        NOT_FOUND(404),
        /** It did not come in time. */
        TOO_SLOW(408),
        /** The state of things does not allow it. */
        CONFLICT(409),
        /** It was there, and is no longer. */
        GONE(410),
        /** The thing changed since it was looked at (RFC 9110 §13.1.1). */
        STALE(412),
        /** It is larger than we take. */
        TOO_LARGE(413),
        /** It was read and understood, and cannot be done as it stands. */
        UNPROCESSABLE(422),
        /** It must say what it was looking at (RFC 6585 §3). */
        NEEDS_IF_MATCH(428),
        /** Too many of these, too fast. */
        TOO_MANY(429),
        /** Something that we need is away. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String title;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;
    private @Nullable Wording wording;

    public Problem(Kind kind, String title, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.title = title;
    }

    /** Adds a member of its own to the problem (RFC 9457 §3.2). */
    public Problem with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    /**
     * What a page says of it, in its reader's language.
     *
     * @param key  of the message, and of its title with {@code .title} behind it
     * @param args what fills both; a moment is told in the publication's zone, a state as it stands in a sentence, and a list of
     *     these one after the other
     */
    public record Wording(String key, List<Object> args) {

        public static Wording of(String key, Object... args) {
            return new Wording(key, List.of(args));
        }
    }

    /** Names the message that says the same on a page; without one a page shows this, in English. */
    public Problem inWords(String key, Object... args) {
        wording = Wording.of("problem." + key, args);
        return this;
    }

    public Optional<Wording> wording() {
        return Optional.ofNullable(wording);
    }

    /** Says when it may be worth another try (RFC 9110 §10.2.3). */
    public Problem after(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> properties() {
        return Map.copyOf(properties);
    }
}
