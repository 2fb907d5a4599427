package com.newgroktimes.digest.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

import com.newgroktimes.digest.platform.StartRefused;

/** The one setting of {@code spring.mail.*} that nothing goes without; the demo alone has a mail server of its own. */
public final class RelayHost {

    private static final String KEY = "spring.mail.host";

    private static final Pattern BEFORE_NAME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:)?//|.*@");
    private static final Pattern AFTER_NAME = Pattern.compile("/.*$");

    /** More than one colon is an IPv6 address, which has a port only behind brackets. */
    private static final Pattern WITH_PORT = Pattern.compile("([^:]+|\\[[^\\]]*\\]):\\d*");

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\s,;]");

    /** A list that begins later than it should is refused as such, and is a list all the same. */
    private static final int LOOKED_AT = 3;

    private RelayHost() {}

    /** Why the service cannot start with these settings; empty where it can. */
    public static Optional<StartRefused> refusal(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return Optional.empty();
        }
        String host = environment.getProperty(KEY);
        if (isListed(environment)) {
            return isGiven(host) ? Optional.of(twice(host)) : Optional.empty();
        }
        return host == null || !isGiven(host) ? Optional.of(missing()) : refusal(KEY, host);
    }

    private static boolean isListed(Environment environment) {
        return IntStream.range(0, LOOKED_AT)
                .mapToObj("digest.relays[%d]."::formatted)
                .anyMatch(relay -> Stream.of("host", "port", "username", "kind", "tls")
                        .anyMatch(part -> environment.containsProperty(relay + part)));
    }

    /** @param key of a setting that names the host of one relay */
    static Optional<StartRefused> refusal(String key, @Nullable String host) {
        if (host == null || !isGiven(host)) {
            return Optional.of(StartRefused.setting(key, null, "a relay has a name, such as relay.example.org."));
        }
        String port = key.replaceFirst("host$", "port");
        String bare =
                AFTER_NAME.matcher(BEFORE_NAME.matcher(host).replaceAll("")).replaceAll("");
        boolean alone = bare.equals(host) && !NOT_IN_A_NAME.matcher(host).find();
        if (WITH_PORT.matcher(bare).matches()) {
            return Optional.of(
                    wrong(key, host, " Give the port as %s (%s).".formatted(port, StartRefused.variable(port))));
        }
        return alone ? Optional.empty() : Optional.of(wrong(key, host, ""));
    }

    private static StartRefused twice(@Nullable String host) {
        return StartRefused.setting(
                KEY,
                host == null ? null : shown(host),
                "there is a list of relays too, digest.relays.",
                "Take %s (%s) out, and name this one in the list if it is to stay; or take digest.relays out."
                        .formatted(KEY, StartRefused.variable(KEY)));
    }

    private static StartRefused wrong(String key, String host, String more) {
        return StartRefused.setting(
                key, shown(host), "it must be the name of one mail server alone, such as relay.example.org." + more);
    }

    /** Without what may be a password: other tools write it before the name. */
    private static String shown(String host) {
        return host.replaceFirst("^(.*?//)?.*@", "$1…@");
    }

    static boolean isGiven(@Nullable String host) {
        return StringUtils.hasText(host);
    }

    static StartRefused missing() {
        return StartRefused.setting(
                KEY,
                null,
                "every mail leaves through a mail server of yours, or several, in the list digest.relays. To try the service without one, start it with the"
                        + " profile demo: nothing leaves it then.");
    }
}
