package com.newgroktimes.digest.platform.entry;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Everyone else's door: no session, no cookie, no CSRF token; the API and the meters ask for a bearer token. */
@Configuration(proxyBeanMethods = false)
class PublicDoor {

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(
            HttpSecurity http, SecurityHeaders headers, ApiToken token, ProblemAnswers problems) {
        return http.authorizeHttpRequests(requests -> requests
                        // Otherwise a 404 below a public address becomes a 401: its error page is a request of its own.
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/v1/subscriptions")
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/api/**", "/actuator/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .addFilterBefore(new BearerTokenFilter(token), AnonymousAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers::everythingElse)
                .build();
    }

    /** At either door: each filter would be measured with each request, a tenth of what it costs, and nobody reads that. */
    @Bean
    SecurityObservationSettings unmeasuredFilters() {
        return SecurityObservationSettings.noObservations();
    }
}
