package com.newgroktimes.digest.mail;

import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import com.newgroktimes.digest.platform.StartRefused;

/** The port at which the relay listens, if the settings name one. */
public final class RelayPort {

    private static final String KEY = "spring.mail.port";

    private static final Pattern NUMBER = Pattern.compile("0*[1-9]\\d{0,4}");
    private static final int HIGHEST = 65_535;

    private RelayPort() {}

    /** Why the service cannot start with these settings; empty where it can. */
    public static Optional<StartRefused> refusal(Environment environment) {
        String port = environment.getProperty(KEY);
        return port == null || !StringUtils.hasText(port) || isOne(port.strip())
                ? Optional.empty()
                : Optional.of(StartRefused.setting(
                        KEY,
                        port,
                        "it must be a number from 1 to 65535, such as 587. Without one it is 25, or 465 with smtps."));
    }

    private static boolean isOne(String port) {
        return NUMBER.matcher(port).matches() && Integer.parseInt(port) <= HIGHEST;
    }
}
