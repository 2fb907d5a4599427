package com.newgroktimes.digest.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import static java.util.Objects.requireNonNullElse;

/**
 * @param baseUrl        the public address of this service, which links in mails begin with
 * @param dataDirectory  where the embedded database and other files of ours are kept
 * @param secretFile     keys for links, return tags and erased marks, newest first; without it, {@code secrets} in the
 *                       data directory
 * @param trustedProxies whose {@code X-Forwarded-For} is believed: addresses or networks such as {@code 10.0.0.0/8}
 * @param clockOffset    shifts the service's clock, for rehearsals
 */
@ConfigurationProperties("digest")
record PlatformSettings(
        URI baseUrl,
        @DefaultValue PublicationSettings publication,
        @DefaultValue("./data") Path dataDirectory,
        @Nullable Path secretFile,
        @DefaultValue List<Network> trustedProxies,
        @DefaultValue("0s") Duration clockOffset) {

    PlatformSettings {
        List<StartRefused> missing = missing(baseUrl, publication);
        if (!missing.isEmpty()) {
            throw StartRefused.all(missing);
        }
        URI given = baseUrl;
        baseUrl = SiteAddress.parse("digest.base-url", given).uri();
        if (!baseUrl.getPath().isEmpty()) {
            throw StartRefused.setting(
                    "digest.base-url", given, "it must have no path: the service answers at the root.");
        }
    }

    /** @param publication null where something else is wrong with it, which is told already */
    private static List<StartRefused> missing(@Nullable URI baseUrl, @Nullable PublicationSettings publication) {
        var missing = new ArrayList<StartRefused>();
        if (baseUrl == null) {
            missing.add(StartRefused.setting(
                    "digest.base-url",
                    null,
                    "links in mails begin with it. It is the address at which readers reach this service, such as"
                            + " https://digest.example.org."));
        }
        if (publication != null && publication.postalAddress() == null) {
            missing.add(StartRefused.setting(
                    "digest.publication.postal-address",
                    null,
                    "it is printed in every mail, so that readers know who writes to them. It is one line, such as"
                            + " 1 Example Street, 00000 Sampletown."));
        }
        return missing;
    }

    Publication asPublication() {
        return new Publication(
                publication.name(),
                publication.tagline(),
                requireNonNullElse(publication.postalAddress(), ""),
                publication.timeZone(),
                baseUrl,
                publication.siteUrl() == null ? baseUrl : publication.siteUrl(),
                publication.sections());
    }

    /**
     * @param name          who publishes
     * @param tagline       the line below the name
     * @param postalAddress printed in every mail; left empty on purpose, it stops every edition by its check
     * @param timeZone      the zone that weeks and dates are counted in
     * @param siteUrl       the publication's own site; without it, the public address of this service
     * @param sections      the sections in their order; empty: as the stories have them
     */
    record PublicationSettings(
            @DefaultValue("The New Grok Times") String name,

            @DefaultValue("The news. The narrative. The timeline.")
            String tagline,

            @Nullable String postalAddress,
            @DefaultValue("UTC") ZoneId timeZone,
            @Nullable URI siteUrl,
            @DefaultValue List<String> sections) {

        PublicationSettings {
            if (name.isBlank()) {
                throw StartRefused.setting("digest.publication.name", name, "mails and pages need a name.");
            }
            name = name.strip();
            postalAddress = postalAddress == null ? null : postalAddress.strip();
            if (siteUrl != null) {
                siteUrl = SiteAddress.parse("digest.publication.site-url", siteUrl)
                        .uri();
            }
        }
    }
}
