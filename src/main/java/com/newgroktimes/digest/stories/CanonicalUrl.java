package com.newgroktimes.digest.stories;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The key of a story: scheme and host in lower case, no default port, no fragment, no tracking parameters. Order and encoding of
 * the rest stay.
 */
public record CanonicalUrl(String value) {

    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "gbraid",
            "wbraid",
            "dclid",
            "msclkid",
            "yclid",
            "ysclid",
            "twclid",
            "ttclid",
            "li_fat_id",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_hsenc",
            "_hsmi",
            "vero_id",
            "oly_anon_id",
            "oly_enc_id",
            "_openstat",
            "wickedid",
            "rb_clickid",
            "s_cid",
            "ml_subscriber",
            "ml_subscriber_hash");

    /** @throws NotAnAddress where it is none that a reader could open */
    public static CanonicalUrl of(String typed) {
        WebAddress address = WebAddress.parse(typed);
        return new CanonicalUrl(address.origin() + address.path() + query(address.query()));
    }

    /** As a request names it: papers have signs in their addresses that no {@link URI} takes. */
    public URI uri() {
        return WebAddress.parse(value).uri();
    }

    private static String query(String given) {
        String kept = Arrays.stream(given.split("&"))
                .filter(Predicate.not(CanonicalUrl::isTracking))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    @Override
    public String toString() {
        return value;
    }
}
