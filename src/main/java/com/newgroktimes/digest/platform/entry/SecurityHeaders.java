package com.newgroktimes.digest.platform.entry;

import java.time.Duration;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.HstsConfig;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;

/** What every answer tells the browser. A page that needs another policy sets the header itself, and keeps it. */
@Component
final class SecurityHeaders {

    private static final String PUBLIC_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /** The console runs a script of ours, and shows mails in frames of its own. */
    private static final String CONSOLE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final boolean https;

    SecurityHeaders(Publication publication) {
        https = "https".equals(publication.baseUrl().getScheme());
    }

    /** For an answer that is given before Spring Security has its say. Nobody is to keep one. */
    void write(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", PUBLIC_POLICY);
        response.setHeader("Referrer-Policy", ReferrerPolicy.NO_REFERRER.getPolicy());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=" + A_YEAR.toSeconds());
        }
    }

    void console(HeadersConfigurer<HttpSecurity> headers) {
        everywhere(headers);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONSOLE_POLICY))
                .frameOptions(FrameOptionsConfig::sameOrigin);
    }

    void everythingElse(HeadersConfigurer<HttpSecurity> headers) {
        everywhere(headers);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(PUBLIC_POLICY))
                .cacheControl(HeadersConfigurer<HttpSecurity>.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        paths("/favicon.ico", "/icon.svg", "/card.png", "/embed.js"),
                        new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "public, max-age=" + A_DAY.toSeconds())))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        paths("/confirm/**", "/u/**", "/settings/**", "/not-me/**", "/editions/*/preview/*"),
                        new StaticHeadersWriter("X-Robots-Tag", "noindex")))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        paths(
                                "/confirm/**",
                                "/u/**",
                                "/settings/**",
                                "/not-me/**",
                                "/editions/*/preview/*",
                                "/api/**",
                                "/actuator/**"),
                        new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store")));
    }

    /** Whether we are reached over https is told by our public address: behind a proxy, the request itself does not know. */
    private void everywhere(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
        if (https) {
            headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
                    .includeSubDomains(false)
                    .maxAgeInSeconds(A_YEAR.toSeconds()));
        } else {
            headers.httpStrictTransportSecurity(HstsConfig::disable);
        }
    }

    private static RequestMatcher paths(String... patterns) {
        PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = builder.matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }
}
