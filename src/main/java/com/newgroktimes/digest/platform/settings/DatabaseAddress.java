package com.newgroktimes.digest.platform.settings;

import java.util.Optional;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import com.newgroktimes.digest.platform.StartRefused;

/** The address of a database as the driver takes it. */
public final class DatabaseAddress {

    private static final String KEY = "spring.datasource.url";

    private DatabaseAddress() {}

    /** Why the service cannot start with these settings; empty where it can. */
    public static Optional<StartRefused> refusal(Environment environment) {
        String url = environment.getProperty(KEY);
        return StringUtils.hasText(url) && !url.startsWith("jdbc:postgresql:")
                ? Optional.of(wrong(url))
                : Optional.empty();
    }

    /** Other tools write user and password into such an address. */
    private static StartRefused wrong(String url) {
        return StartRefused.setting(
                KEY,
                url.replaceFirst("//[^/@]*@", "//…@").replaceFirst("\\?.*", ""),
                "it must look like jdbc:postgresql://db.example.org/digest; user and password are settings of their own.");
    }
}
