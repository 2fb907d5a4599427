package com.newgroktimes.digest.platform;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Stops the start, and tells the operator what happened, to what, and what to do, instead of a stack trace. */
public final class StartRefused extends RuntimeException {

    private final String remedy;

    public StartRefused(String what, String remedy) {
        this(what, remedy, null);
    }

    public StartRefused(String what, String remedy, @Nullable Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    /** A setting that we cannot work with. Never give a secret as the value. */
    public static StartRefused setting(String key, @Nullable Object value, String reason) {
        String given = value == null ? "is not set" : "is \"%s\"".formatted(value);
        return new StartRefused(
                "The setting %s %s: %s".formatted(key, given, reason),
                "Set %s in application.yml, or %s in the environment.".formatted(key, variable(key)));
    }

    public String remedy() {
        return remedy;
    }

    /** The name by which Spring Boot reads a setting from the environment. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
    }
}
