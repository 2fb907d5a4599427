package com.newgroktimes.digest.platform.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Goes on with a request whose body has been waited for ({@link PatientReading}): nobody behind this knows of the wait. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BodyAtHand extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CollectedBody body = CollectedBody.of(request).orElse(null);
        chain.doFilter(body == null ? request : new WithBody(request, body), response);
    }

    private static final class WithBody extends HttpServletRequestWrapper {

        private final CollectedBody body;

        WithBody(HttpServletRequest request, CollectedBody body) {
            super(request);
            this.body = body;
        }

        /** Else filters would take it for one that they have seen. */
        @Override
        public DispatcherType getDispatcherType() {
            return DispatcherType.REQUEST;
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(body, UTF_8));
        }
    }
}
