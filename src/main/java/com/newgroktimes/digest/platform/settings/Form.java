package com.newgroktimes.digest.platform.settings;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** How a setting of a type is written, in words. */
final class Form {

    private static final String NUMBER = "a whole number";
    private static final String SWITCH = "true or false";

    private static final Map<Class<?>, String> FORMS = Map.of(
            Duration.class, "a length of time such as 90s, 30m, 24h or 7d",
            LocalTime.class, "a time of day such as 06:00",
            ZoneId.class, "a time zone such as UTC or Europe/Zurich",
            DataSize.class, "an amount of storage such as 256MB or 2GB",
            URI.class, "an address such as https://digest.example.org",
            Integer.class, NUMBER,
            Long.class, NUMBER,
            Boolean.class, SWITCH);

    private Form() {}

    static Optional<String> of(Class<?> type) {
        return type.isEnum()
                ? Optional.of("one of "
                        + Stream.of(type.getEnumConstants())
                                .map(constant -> written((Enum<?>) constant))
                                .collect(Collectors.joining(", ")))
                : Optional.ofNullable(FORMS.get(ClassUtils.resolvePrimitiveIfNecessary(type)));
    }

    /** Ours are in small letters wherever they are described, those of the JDK as it has them. */
    private static String written(Enum<?> constant) {
        boolean ofJdk = constant.getDeclaringClass().getName().startsWith("java.");
        return ofJdk
                ? constant.name()
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
