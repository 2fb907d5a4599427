package com.newgroktimes.digest.platform.entry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;

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
                .addFilterBefore(new ActsNeedASession(signInFirst), CsrfFilter.class)
                .addFilterBefore(new ProofBeforeTheFile(), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                // A session is made for who signs in, not for everyone who comes by.
                .requestCache(RequestCacheConfigurer::disable)
                .logout(logout -> logout.logoutUrl("/console/sign-out").logoutSuccessUrl(SignInFirst.PAGE))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(signInFirst).accessDeniedHandler(signInFirst))
                .headers(headers::console)
                .build();
    }

    @Bean
    CookieSerializer sessionCookie(Publication publication) {
        return new SessionCookie("https".equals(publication.baseUrl().getScheme()));
    }
}
