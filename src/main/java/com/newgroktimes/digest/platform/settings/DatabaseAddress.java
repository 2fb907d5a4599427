package com.newgroktimes.digest.platform.settings;

import java.util.Optional;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import com.newgroktimes.digest.platform.StartRefused;

/** The address of an operator's own database. */
public final class DatabaseAddress {

    public static final String KEY = "spring.datasource.url";

    private DatabaseAddress() {}

    /** Why the service cannot start with these settings; empty where it can. */
    public static Optional<StartRefused> refusal(Environment environment) {
        String url = environment.getProperty(KEY);
        return StringUtils.hasText(url) && !url.startsWith("jdbc:postgresql:")
                ? Optional.of(wrong(url))
                : Optional.empty();
    }

    private static StartRefused wrong(String url) {
        return StartRefused.setting(
                KEY,
                shown(url),
                "it must look like jdbc:postgresql://db.example.org/digest; user and password are settings of their own.");
    }

    /** Without what may be a password: other tools write it before the host, and the driver takes it behind the question mark. */
    public static String shown(String url) {
        return url.replaceFirst("//[^/@]*@", "//…@").replaceFirst("\\?.*", "");
    }
}
