package com.newgroktimes.digest.site;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.newgroktimes.digest.platform.StartRefused;

/** @param legacyLinks an old system's unsubscribe addresses, which are in inboxes for ever and lead here now */
@ConfigurationProperties("digest")
record LegacyLinkSettings(@DefaultValue List<OldForm> legacyLinks) {

    /** @param pattern a path, perhaps with its query: {@code /subscription/{campaign}/{key}} */
    record OldForm(@Nullable String pattern) {}

    LegacyLinkSettings {
        patterns(legacyLinks);
    }

    List<LegacyPattern> patterns() {
        return patterns(legacyLinks);
    }

    private static List<LegacyPattern> patterns(List<OldForm> links) {
        List<LegacyPattern> patterns = IntStream.range(0, links.size())
                .mapToObj(i -> pattern(
                        "digest.legacy-links[%d].pattern".formatted(i),
                        links.get(i).pattern()))
                .toList();
        if (!patterns.isEmpty()) {
            OwnPaths own = OwnPaths.read();
            patterns.forEach(own::refuse);
        }
        return patterns;
    }

    private static LegacyPattern pattern(String setting, @Nullable String pattern) {
        if (pattern == null) {
            throw StartRefused.setting(setting, null, "each of the old addresses has one.");
        }
        return LegacyPattern.parse(setting, pattern);
    }
}
