package com.newgroktimes.digest.stories;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * An absolute http or https address in its parts (RFC 3986 appendix B). Laxer than {@link java.net.URI}: papers have addresses
 * with {@code |} in them, and readers' browsers open those.
 *
 * @param origin scheme, host and port, in lower case, without the default port
 * @param query  without its question mark; empty where there is none
 */
record WebAddress(String origin, String path, String query) {

    /** An index entry of PostgreSQL has room for 2,704 bytes. */
    private static final int LONGEST = 2_000;

    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d{0,5}))?");
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Z}\"<>\\\\]");
    /** All but the signs of RFC 3986 §3.3 and §3.4, and percent signs that escape nothing. */
    private static final Pattern NOT_IN_A_REQUEST =
            Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]|%(?![0-9A-Fa-f]{2})");

    private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?|\\[[0-9a-f:.]+]");
    private static final IDNA INTERNATIONAL =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    static WebAddress parse(String typed) {
        Matcher parts = PARTS.matcher(typed);
        if (!parts.matches()) {
            throw new NotAnAddress(typed, "does not begin with https:// or http://.");
        }
        if (UNSAFE.matcher(typed).find()) {
            throw new NotAnAddress(
                    typed,
                    "has a blank or another sign in it that an address cannot have; write it as %20 and the like.");
        }
        if (typed.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new NotAnAddress(typed, "is longer than the %,d bytes we take.".formatted(LONGEST));
        }
        var address =
                new WebAddress(origin(typed, parts), parts.group(3), parts.group(4) == null ? "" : parts.group(4));
        try {
            address.uri();
        } catch (IllegalArgumentException e) {
            throw new NotAnAddress(typed, "has a host name that cannot be one: %s.".formatted(parts.group(2)));
        }
        return address;
    }

    /** As a request names it: signs that an address cannot have in a request are escaped, as browsers do it. */
    URI uri() {
        return URI.create(origin + escaped(path) + (query.isEmpty() ? "" : "?" + escaped(query)));
    }

    private static String escaped(String part) {
        return NOT_IN_A_REQUEST.matcher(part).replaceAll(sign -> UriUtils.encode(sign.group(), StandardCharsets.UTF_8));
    }

    private static String origin(String typed, Matcher parts) {
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        if (parts.group(2).contains("@")) {
            throw new NotAnAddress(typed, "has a user name in it; leave that out.");
        }
        Matcher authority = HOST_AND_PORT.matcher(parts.group(2));
        if (!authority.matches()) {
            throw new NotAnAddress(typed, "names no host.");
        }
        return scheme + "://" + host(typed, authority.group(1)) + port(typed, scheme, authority.group(2));
    }

    private static String host(String typed, String given) {
        String host = given.startsWith("[") ? given.toLowerCase(Locale.ROOT) : ascii(given);
        if (!HOST.matcher(host).matches()) {
            throw new NotAnAddress(typed, "has a host name that cannot be one: %s.".formatted(given));
        }
        return host;
    }

    /** UTS 46, as browsers do it. */
    private static String ascii(String host) {
        return INTERNATIONAL
                .nameToASCII(host, new StringBuilder(), new IDNA.Info())
                .toString();
    }

    private static String port(String typed, String scheme, @Nullable String given) {
        if (given == null || given.isEmpty()) {
            return "";
        }
        int port = Integer.parseInt(given);
        if (port < 1 || port > 65_535) {
            throw new NotAnAddress(typed, "has a port that cannot be one: %s.".formatted(given));
        }
        return port == (scheme.equals("https") ? 443 : 80) ? "" : ":" + port;
    }
}
