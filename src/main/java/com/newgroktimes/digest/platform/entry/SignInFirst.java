package com.newgroktimes.digest.platform.entry;

import java.io.IOException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.MissingCsrfTokenException;

/** Shows the way in to whoever is not signed in, or not any more. */
final class SignInFirst implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String PAGE = "/console/sign-in";

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        showTheWayIn(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        if (e instanceof MissingCsrfTokenException) {
            // The session has none: it ran out while its page stood open.
            showTheWayIn(request, response);
        } else {
            forbidden.handle(request, response, e);
        }
    }

    /** A part that a script asks for must not become a sign-in page inside a table: the page shows the 401 instead. */
    private static void showTheWayIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("X-Requested-With") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(PAGE);
        }
    }
}
