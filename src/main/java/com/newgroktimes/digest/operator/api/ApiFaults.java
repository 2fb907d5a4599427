package com.newgroktimes.digest.operator.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.PossibleMethods;

/**
 * Answers whatever goes wrong below {@code /api/} as {@code application/problem+json}. It goes by the address, not by the
 * controller: a 404, a 405 or a 415 never reaches one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiFaults implements HandlerExceptionResolver {

    private final Faults faults;
    private final ProblemWriter writer;

    ApiFaults(PossibleMethods methods, ProblemWriter writer) {
        this.faults = new Faults(methods);
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
            return null;
        }
        try {
            writer.write(faults.of(exception, request), request.getRequestURI(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }
}
