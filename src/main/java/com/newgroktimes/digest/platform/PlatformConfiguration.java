package com.newgroktimes.digest.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

import com.newgroktimes.digest.platform.PlatformSettings.PublicationSettings;

/** What the settings say, in the types that everyone else works with. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PlatformConfiguration.class);

    @Bean
    Publication publication(PlatformSettings settings) {
        URI baseUrl = baseUrl(settings);
        PublicationSettings of = settings.publication();
        if (of.name().isBlank()) {
            throw StartRefused.setting("digest.publication.name", of.name(), "mails and pages need a name.");
        }
        URI siteUrl = of.siteUrl() == null
                ? baseUrl
                : WebAddress.parse("digest.publication.site-url", of.siteUrl()).uri();
        return new Publication(
                of.name().strip(), of.tagline(), of.postalAddress(), of.timeZone(), baseUrl, siteUrl, of.sections());
    }

    private static URI baseUrl(PlatformSettings settings) {
        URI given = settings.baseUrl();
        if (given == null) {
            throw StartRefused.setting(
                    "digest.base-url",
                    null,
                    "links in mails begin with it. It is the address at which readers reach this service, such as"
                            + " https://digest.example.org.");
        }
        URI baseUrl = WebAddress.parse("digest.base-url", given).uri();
        if (!baseUrl.getPath().isEmpty()) {
            throw StartRefused.setting(
                    "digest.base-url", given, "it must have no path: the service answers at the root.");
        }
        return baseUrl;
    }

    @Bean
    Clock clock(PlatformSettings settings) {
        if (settings.clockOffset().isZero()) {
            return Clock.systemUTC();
        }
        Clock shifted = Clock.offset(Clock.systemUTC(), settings.clockOffset());
        log.warn(
                "REHEARSAL: the clock is shifted by {} (digest.clock-offset). This service believes it is {}.",
                settings.clockOffset(),
                shifted.instant());
        return shifted;
    }

    @Bean
    DataDirectory dataDirectory(PlatformSettings settings) {
        return DataDirectory.at(settings.dataDirectory());
    }

    @Bean
    Keys keys(PlatformSettings settings, DataDirectory data, KeyRegister register) {
        Path given = settings.secretFile();
        return register.admit(new SecretFile(given == null ? data.resolve("secrets") : given.toAbsolutePath()));
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }
}
