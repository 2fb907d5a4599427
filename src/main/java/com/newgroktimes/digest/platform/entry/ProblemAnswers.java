package com.newgroktimes.digest.platform.entry;

import java.io.IOException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.ProblemJson;

/** Tells a program that it may not enter, as {@code application/problem+json} (RFC 9457). */
@Component
final class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemJson problems;

    ProblemAnswers(ProblemJson problems) {
        this.problems = problems;
    }

    /** RFC 9110 §11.6.1: a 401 says by which scheme to try. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        answer(request, response, HttpStatus.UNAUTHORIZED, detail(request));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        answer(request, response, HttpStatus.FORBIDDEN, "This token may not do that. Use one that may.");
    }

    private static String detail(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? "This address needs an API token. Send it in the header Authorization: Bearer …"
                : "What the header Authorization holds is no API token of ours. Send one that is: Authorization: Bearer …";
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(problems.of(status, detail, request.getRequestURI()));
    }
}
