package com.newgroktimes.digest.site;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import com.newgroktimes.digest.subscribers.CouldNotLeave;

/** Tells the service when the way out of its list does not work, whatever the fault was, and wherever before the page it was. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class LeavingFaults extends OncePerRequestFilter {

    private final ApplicationEventPublisher events;
    private final List<PathPattern> waysOut;

    LeavingFaults(ApplicationEventPublisher events, LegacyLinkSettings legacy) {
        this.events = events;
        this.waysOut = Stream.concat(
                        Stream.of(PathPatternParser.defaultInstance.parse("/u/*")),
                        legacy.patterns().stream().map(LegacyPattern::path))
                .toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return !request.getMethod().equals("POST") || waysOut.stream().noneMatch(way -> way.matches(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = HttpStatusCode.valueOf(response.getStatus()).is5xxServerError();
        } finally {
            if (failed) {
                events.publishEvent(new CouldNotLeave());
            }
        }
    }
}
