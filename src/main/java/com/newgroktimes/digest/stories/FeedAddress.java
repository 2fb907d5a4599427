package com.newgroktimes.digest.stories;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Where a feed is, with a host and no password. */
record FeedAddress(URI uri) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** How settings are read. */
    public static FeedAddress valueOf(String given) {
        try {
            URI uri = URI.create(given.strip());
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && SCHEMES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))) {
                return new FeedAddress(uri);
            }
        } catch (IllegalArgumentException e) {
            throw refused(given, e);
        }
        throw refused(given, null);
    }

    private static IllegalArgumentException refused(String given, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "\"%s\" is no address of a feed. Give one that begins with https:// and a host, without a name and a password."
                        .formatted(given.strip()),
                cause);
    }

    String host() {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
