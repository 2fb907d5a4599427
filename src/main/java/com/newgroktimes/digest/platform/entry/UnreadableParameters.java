package com.newgroktimes.digest.platform.entry;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever looks for a parameter in a query or form that cannot be decoded, or has more than the server reads, meets an exception. Left to
 * the server it would be a fault of ours, and the log would repeat what was asked.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class UnreadableParameters extends OncePerRequestFilter {

    private final SecurityHeaders headers;

    UnreadableParameters(SecurityHeaders headers) {
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            InvalidParameterException unreadable = behind(e).orElse(null);
            if (unreadable == null || response.isCommitted()) {
                throw e;
            }
            headers.write(response);
            response.sendError(unreadable.getErrorCode());
        }
    }

    private static Optional<InvalidParameterException> behind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(InvalidParameterException.class::isInstance)
                .map(InvalidParameterException.class::cast)
                .findFirst();
    }
}
