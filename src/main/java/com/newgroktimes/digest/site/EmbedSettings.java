package com.newgroktimes.digest.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.newgroktimes.digest.platform.StartRefused;

/** @param embedOrigins sites whose pages may sign readers up by script, beside the publication's own: {@code https://blog.example.org} */
@ConfigurationProperties("digest.subscribers")
record EmbedSettings(@DefaultValue List<URI> embedOrigins) {

    private static final String SETTING = "digest.subscribers.embed-origins";

    EmbedSettings {
        embedOrigins.forEach(EmbedSettings::requireOrigin);
    }

    private static void requireOrigin(URI given) {
        if (given.getScheme() == null || !given.getScheme().matches("(?i)https?")) {
            throw StartRefused.setting(
                    SETTING,
                    given,
                    "it must begin with https:// or http://, as browsers name a site: https://blog.example.org.");
        }
        String rest = given.getRawSchemeSpecificPart();
        if (given.getHost() == null || given.getRawUserInfo() != null || !rest.matches("//[^/?]+/?")) {
            throw StartRefused.setting(
                    SETTING,
                    given,
                    "it must be scheme and host alone, perhaps with a port: https://blog.example.org. Pages of one site"
                            + " are not told apart.");
        }
    }

    boolean name(String origin) {
        return embedOrigins.stream().map(EmbedSettings::origin).anyMatch(origin::equals);
    }

    /** As browsers write it (RFC 6454 §6.2): of an address without path, without its usual port. */
    static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        boolean told = address.getPort() >= 0 && address.getPort() != usual;
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT)
                + (told ? ":" + address.getPort() : "");
    }
}
