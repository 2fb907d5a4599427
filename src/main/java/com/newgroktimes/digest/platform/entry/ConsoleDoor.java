package com.newgroktimes.digest.platform.entry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.SignIn;

/** The operators' door: a session in a cookie, and a CSRF token with whatever changes something. */
@Configuration(proxyBeanMethods = false)
class ConsoleDoor {

    @Bean
    @Order(1)
    SecurityFilterChain console(HttpSecurity http, SecurityHeaders headers, CsrfTokenRepository csrfTokens) {
        SignInFirst signInFirst = new SignInFirst();
        return http.securityMatcher("/console/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(SignInFirst.PAGE, SignInFirst.PAGE + "/*")
                        .permitAll()
                        .anyRequest()
                        .hasRole(SignIn.OPERATOR))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                // A session is made for who signs in, not for everyone who comes by.
                .requestCache(RequestCacheConfigurer::disable)
                .logout(logout -> logout.logoutUrl("/console/sign-out").logoutSuccessUrl(SignInFirst.PAGE))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(signInFirst).accessDeniedHandler(signInFirst))
                .headers(headers::console)
                .build();
    }

    /** Browsers take a {@code __Host-} cookie only over https, and then from nobody but this very host. */
    @Bean
    CookieSerializer sessionCookie(Publication publication) {
        boolean https = "https".equals(publication.baseUrl().getScheme());
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(https ? "__Host-session" : "session");
        cookie.setUseSecureCookie(https);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
