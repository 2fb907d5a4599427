package com.newgroktimes.digest.platform;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Stops the start, and tells the operator what happened, to what, and what to do, instead of a stack trace. */
public final class StartRefused extends RuntimeException {

    private final String remedy;
    private final @Nullable String setting;
    private final transient List<StartRefused> parts;

    public StartRefused(String what, String remedy) {
        this(what, remedy, null, null, List.of());
    }

    public StartRefused(String what, String remedy, @Nullable Throwable cause) {
        this(what, remedy, cause, null, List.of());
    }

    private StartRefused(
            String what, String remedy, @Nullable Throwable cause, @Nullable String setting, List<StartRefused> parts) {
        super(what, cause);
        this.remedy = remedy;
        this.setting = setting;
        this.parts = parts;
    }

    /** A setting that we cannot work with. Never give a secret as the value. */
    public static StartRefused setting(String key, @Nullable Object value, String reason) {
        return setting(
                key,
                value,
                reason,
                "Set %s in application.yml, or %s in the environment.".formatted(key, variable(key)));
    }

    /** The same, of one that is not mended by another value. */
    public static StartRefused setting(String key, @Nullable Object value, String reason, String remedy) {
        String given = value == null ? "is not set" : "is \"%s\"".formatted(value);
        return new StartRefused("The setting %s %s: %s".formatted(key, given, reason), remedy, null, key, List.of());
    }

    /** Several at once, so that they are mended at once; one stays as it is. */
    public static StartRefused all(List<StartRefused> refused) {
        return refused.size() == 1
                ? refused.get(0)
                : new StartRefused(
                        "%d settings are missing or wrong.".formatted(refused.size())
                                + listed(refused.stream()
                                        .map(StartRefused::getMessage)
                                        .toList()),
                        "All of these:"
                                + listed(refused.stream()
                                        .map(StartRefused::remedy)
                                        .distinct()
                                        .toList()),
                        null,
                        null,
                        List.copyOf(refused));
    }

    private static String listed(List<@Nullable String> lines) {
        return lines.stream().map(line -> "\n- " + line).collect(Collectors.joining());
    }

    public String remedy() {
        return remedy;
    }

    /** Itself, or those that it is made of. */
    public List<StartRefused> each() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** Whether both are about one setting. */
    public boolean concerns(StartRefused other) {
        return setting != null && setting.equals(other.setting);
    }

    /** Whether it is about an element of this list, or something of one. */
    public boolean isWithin(String list) {
        return setting != null && setting.startsWith(list + "[");
    }

    /** The name by which Spring Boot reads a setting from the environment. */
    public static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
    }
}
