package com.newgroktimes.digest.rendering;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * Where mail templates come from.
 *
 * @param templates a directory of the publication's own, whose files go before those in the jar; none: the jar's alone
 */
@ConfigurationProperties("digest")
record RenderingSettings(@Nullable Path templates) {

    RenderingSettings {
        if (templates != null && !Files.isDirectory(templates)) {
            throw StartRefused.setting(
                    "digest.templates",
                    templates.toAbsolutePath(),
                    "there is no such directory. Make it, or take the setting out.");
        }
    }
}
