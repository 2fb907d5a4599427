package com.newgroktimes.digest.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import com.newgroktimes.digest.platform.StartRefused;

/** The bundles of certificates that listed relays are known by. */
public final class RelayBundles {

    private static final int MOST_RELAYS = 100;

    private RelayBundles() {}

    /** Why the service cannot start with these settings; empty where each bundle is there. What is in one is read later. */
    public static Optional<StartRefused> refusal(Environment environment) {
        Set<String> there = Stream.of("pem", "jks")
                .flatMap(kind -> names(environment, kind))
                .collect(Collectors.toSet());
        List<StartRefused> missing = IntStream.range(0, MOST_RELAYS)
                .mapToObj("digest.relays[%d].ssl-bundle"::formatted)
                .filter(key -> isMissing(environment.getProperty(key), there))
                .map(key -> StartRefused.setting(
                        key, environment.getProperty(key), "there is no such bundle among spring.ssl.bundle.*."))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(StartRefused.all(missing));
    }

    private static boolean isMissing(@Nullable String bundle, Set<String> there) {
        return bundle != null && !there.contains(bundle);
    }

    private static Stream<String> names(Environment environment, String kind) {
        return Binder.get(environment)
                .bind("spring.ssl.bundle." + kind, Bindable.mapOf(String.class, Object.class))
                .orElseGet(Map::of)
                .keySet()
                .stream();
    }
}
