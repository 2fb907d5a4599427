package com.newgroktimes.digest.site;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import com.newgroktimes.digest.platform.Publication;

/**
 * Lets scripts on pages of the publication's own site, and of those that the settings name, sign readers up and read the answer. A form
 * without script needs no leave, and neither does a program.
 */
@Component
final class EmbeddingSites extends OncePerRequestFilter {

    private static final String A_DAY = "86400";

    private final EmbedSettings settings;
    private final String own;

    EmbeddingSites(EmbedSettings settings, Publication publication) {
        this.settings = settings;
        this.own = EmbedSettings.origin(publication.siteUrl());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(SubscriptionsApi.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (!mayEmbed(origin)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (asksFirst(request)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HttpHeaders.CONTENT_TYPE);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY);
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean mayEmbed(@Nullable String origin) {
        return origin != null && (origin.equals(own) || settings.name(origin));
    }

    private static boolean asksFirst(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
