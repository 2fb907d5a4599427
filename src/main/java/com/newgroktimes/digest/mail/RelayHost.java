package com.newgroktimes.digest.mail;

import java.util.Optional;
import java.util.regex.Pattern;

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

    private RelayHost() {}

    /** Why the service cannot start with these settings; empty where it can. */
    public static Optional<StartRefused> refusal(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return Optional.empty();
        }
        String host = environment.getProperty(KEY);
        return host == null || !isGiven(host) ? Optional.of(missing()) : refusal(host);
    }

    private static Optional<StartRefused> refusal(String host) {
        String bare =
                AFTER_NAME.matcher(BEFORE_NAME.matcher(host).replaceAll("")).replaceAll("");
        boolean alone = bare.equals(host) && !NOT_IN_A_NAME.matcher(host).find();
        if (WITH_PORT.matcher(bare).matches()) {
            return Optional.of(wrong(host, " Give the port as spring.mail.port (SPRING_MAIL_PORT)."));
        }
        return alone ? Optional.empty() : Optional.of(wrong(host, ""));
    }

    private static StartRefused wrong(String host, String more) {
        return StartRefused.setting(
                KEY, shown(host), "it must be the name of one mail server alone, such as relay.example.org." + more);
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
                "every mail leaves through a mail server of yours. To try the service without one, start it with the"
                        + " profile demo: nothing leaves it then.");
    }
}
