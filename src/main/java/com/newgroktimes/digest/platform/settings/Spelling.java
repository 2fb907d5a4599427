package com.newgroktimes.digest.platform.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * Settings under {@code digest.} that there are not. A slip of the hand is refused; what is far from all that we know is told in
 * the log alone, so that an older version starts with the settings of a newer one.
 */
final class Spelling {

    private static final Logger log = LoggerFactory.getLogger(Spelling.class);

    private static final String OURS = "digest.";
    private static final int SLIPS = 2;

    /** Of others: the command line's own, and what Kubernetes sets beside a service of the name digest. */
    private static final Pattern NOT_FOR_US =
            Pattern.compile("DIGEST_(URL|TOKEN|PORT|PORT_.*|SERVICE_HOST|SERVICE_PORT|SERVICE_PORT_.*)");

    private final List<KnownSetting> known;

    Spelling(List<KnownSetting> known) {
        this.known = known;
    }

    List<StartRefused> check(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .flatMap(this::unknown)
                .distinct()
                .flatMap(name -> refusal(name).stream())
                .toList();
    }

    private Stream<String> unknown(PropertySource<?> source) {
        if (!(source instanceof EnumerablePropertySource<?> named)) {
            return Stream.empty();
        }
        return source instanceof SystemEnvironmentPropertySource
                ? Stream.of(named.getPropertyNames()).filter(this::isUnknownVariable)
                : Stream.of(named.getPropertyNames()).filter(this::isUnknownProperty);
    }

    private boolean isUnknownVariable(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return name.startsWith("DIGEST_")
                && !NOT_FOR_US.matcher(name).matches()
                && known.stream().noneMatch(setting -> setting.isMeantByVariable(variable));
    }

    private boolean isUnknownProperty(String property) {
        return property.startsWith(OURS) && known.stream().noneMatch(setting -> setting.isMeantByProperty(property));
    }

    private Optional<StartRefused> refusal(String name) {
        String letters = KnownSetting.letters(name);
        Optional<KnownSetting> meant = known.stream()
                .filter(setting -> Slips.between(letters, setting.letters()) <= SLIPS)
                .min(Comparator.comparing(setting -> Slips.between(letters, setting.letters())));
        if (meant.isEmpty()) {
            log.warn(
                    "{} is no setting of this version, and has no effect. docs/configuration.md lists those that there are.",
                    name);
        }
        return meant.map(setting -> misspelt(name, setting));
    }

    private static StartRefused misspelt(String name, KnownSetting meant) {
        return new StartRefused(
                "There is no setting %s. Was %s meant?".formatted(name, meant.asIn(name)),
                "Correct the name %s, or take it out.".formatted(name));
    }
}
