package com.newgroktimes.digest.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.newgroktimes.digest.subscribers.CouldNotLeave;

/** Tells the service when the way out of its list does not work, whatever the fault was. */
@Configuration(proxyBeanMethods = false)
class LeavingFaults implements WebMvcConfigurer, HandlerInterceptor {

    private final ApplicationEventPublisher events;
    private final LegacyLinkSettings legacy;

    LeavingFaults(ApplicationEventPublisher events, LegacyLinkSettings legacy) {
        this.events = events;
        this.legacy = legacy;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(this)
                .addPathPatterns("/u/*")
                .addPathPatterns(legacy.patterns().stream()
                        .map(pattern -> pattern.path().getPatternString())
                        .toList());
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception unhandled) {
        boolean failed = unhandled != null
                || HttpStatusCode.valueOf(response.getStatus()).is5xxServerError();
        if (failed && request.getMethod().equals("POST")) {
            events.publishEvent(new CouldNotLeave());
        }
    }
}
