package com.newgroktimes.digest.platform.entry;

import java.io.IOException;
import java.util.Set;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever acts without a session is shown the way in: looking for their CSRF token would make them one, and a row for it. */
final class ActsNeedASession extends OncePerRequestFilter {

    private static final Set<String> LOOKS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final SignInFirst signInFirst;

    ActsNeedASession(SignInFirst signInFirst) {
        this.signInFirst = signInFirst;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (LOOKS.contains(request.getMethod()) || request.getSession(false) != null) {
            chain.doFilter(request, response);
        } else {
            signInFirst.commence(request, response, new InsufficientAuthenticationException("No session"));
        }
    }
}
