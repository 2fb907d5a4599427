package com.newgroktimes.digest.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlatformConfigurationTest {

    private static final String POST = "1 Example Street, 00000 Sampletown";

    private final PlatformConfiguration configuration = new PlatformConfiguration();

    @Test
    void twoAddressesAreAllThatAPublicationHasToGive() {
        Publication publication = publication(Map.of("digest.base-url", "https://digest.example.org/"));

        assertThat(publication.name()).isEqualTo("The New Grok Times");
        assertThat(publication.tagline()).isEqualTo("The news. The narrative. The timeline.");
        assertThat(publication.timeZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(publication.postalAddress()).isEqualTo(POST);
        assertThat(publication.sections()).isEmpty();
        assertThat(publication.siteUrl()).isEqualTo(publication.baseUrl());
        assertThat(publication.at("/subscribe")).isEqualTo(URI.create("https://digest.example.org/subscribe"));
    }

    @Test
    void itsOwnSiteMayLieElsewhere() {
        Publication publication = publication(Map.of(
                "digest.base-url", "https://digest.example.org",
                "digest.publication.site-url", "https://example.org/news/",
                "digest.publication.name", "Sample Gazette",
                "digest.publication.time-zone", "Europe/Zurich"));

        assertThat(publication.siteUrl()).isEqualTo(URI.create("https://example.org/news"));
        assertThat(publication.name()).isEqualTo("Sample Gazette");
        assertThat(publication.timeZone()).isEqualTo(ZoneId.of("Europe/Zurich"));
    }

    @Test
    void listsMayBeWrittenInSeveralWays() {
        assertThat(sections(new MapPropertySource("file", Map.of("digest.publication.sections", "World, Business"))))
                .containsExactly("World", "Business");
        assertThat(sections(new MapPropertySource(
                        "file",
                        Map.of(
                                "digest.publication.sections[0]", "World",
                                "digest.publication.sections[1]", "Health, Food and Home"))))
                .containsExactly("World", "Health, Food and Home");
        assertThat(sections(new SystemEnvironmentPropertySource(
                        "systemEnvironment", Map.of("DIGEST_PUBLICATION_SECTIONS", "World,Business"))))
                .containsExactly("World", "Business");
        assertThat(sections(new SystemEnvironmentPropertySource(
                        "systemEnvironment",
                        Map.of(
                                "DIGEST_PUBLICATION_SECTIONS_0", "World",
                                "DIGEST_PUBLICATION_SECTIONS_1", "Health, Food and Home"))))
                .containsExactly("World", "Health, Food and Home");
    }

    private static List<String> sections(PropertySource<?> given) {
        var address = new MapPropertySource(
                "address",
                Map.of("digest.base-url", "https://digest.example.org", "digest.publication.postal-address", POST));
        return new Binder(ConfigurationPropertySources.from(List.<PropertySource<?>>of(given, address)))
                .bindOrCreate("digest", PlatformSettings.class)
                .asPublication()
                .sections();
    }

    @Test
    void aMissingAddressIsNamed() {
        assertRefused(Map.of()).withMessageContainingAll("digest.base-url", "is not set");
    }

    @Test
    void aMissingPostalAddressIsNamed() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> new Binder(new MapConfigurationPropertySource(
                                Map.of("digest.base-url", "https://digest.example.org")))
                        .bindOrCreate("digest", PlatformSettings.class))
                .havingRootCause()
                .isInstanceOf(StartRefused.class)
                .withMessageContainingAll("digest.publication.postal-address is not set", "in every mail");
    }

    @Test
    void aPostalAddressThatIsLeftEmptyIsForTheEditionsChecks() {
        Publication publication = publication(Map.of(
                "digest.base-url", "https://digest.example.org",
                "digest.publication.postal-address", ""));

        assertThat(publication.postalAddress()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsNamedWithItsValueAndTheReason() {
        Map.of(
                        "digest.example.org", "https://",
                        "ftp://digest.example.org", "https://",
                        "https:///digest", "no host",
                        "https://ada@digest.example.org", "without user",
                        "https://digest.example.org/?a=b", "query",
                        "https://digest.example.org/#a", "fragment",
                        "https://digest.example.org/mail", "no path")
                .forEach((value, reason) -> assertRefused(Map.of("digest.base-url", value))
                        .withMessageContainingAll("digest.base-url", value, reason));
    }

    @Test
    void theRemedyNamesTheVariableToo() {
        assertThat(StartRefused.setting("digest.publication.site-url", "x", "no.")
                        .remedy())
                .contains("DIGEST_PUBLICATION_SITE_URL");
    }

    @Test
    void theClockIsShiftedByItsOffset() {
        Clock clock = configuration.clock(
                settings(Map.of("digest.base-url", "https://digest.example.org", "digest.clock-offset", "-48h")));

        Instant before = Instant.now();
        assertThat(clock.instant().plus(Duration.ofDays(2))).isBetween(before, Instant.now());
    }

    @Test
    void theDataDirectoryIsMade(@TempDir Path directory) {
        Path data = directory.resolve("some/data");

        assertThat(configuration.dataDirectory(settings(Map.of(
                        "digest.base-url", "https://digest.example.org", "digest.data-directory", data.toString()))))
                .isEqualTo(new DataDirectory(data));
        assertThat(data).isDirectory();
    }

    private Publication publication(Map<String, String> given) {
        return configuration.publication(settings(given));
    }

    private ThrowableAssertAlternative<?> assertRefused(Map<String, String> given) {
        return assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> publication(given))
                .havingRootCause()
                .isInstanceOf(StartRefused.class);
    }

    private static PlatformSettings settings(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(given);
        all.putIfAbsent("digest.publication.postal-address", POST);
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("digest", PlatformSettings.class);
    }
}
