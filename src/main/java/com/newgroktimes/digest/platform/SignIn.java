package com.newgroktimes.digest.platform;

import java.util.List;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Turns a sign-in link into a session of the console. */
@Component
public class SignIn {

    public static final String OPERATOR = "OPERATOR";

    private final SignInLinks links;
    private final SessionAuthenticationStrategy fresh;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignIn(SignInLinks links, CsrfTokenRepository csrfTokens) {
        this.links = links;
        this.fresh = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
    }

    /** Uses the link up. False where it is unknown, used or too old: nobody is signed in then. */
    public boolean signIn(HttpServletRequest request, HttpServletResponse response, String token) {
        return links.use(token)
                .map(operator -> enter(operator, request, response))
                .isPresent();
    }

    /** Session id and CSRF token change, so that whoever knew them before signing in gains nothing. */
    private Authentication enter(String operator, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = UsernamePasswordAuthenticationToken.authenticated(
                operator, null, List.of(new SimpleGrantedAuthority("ROLE_" + OPERATOR)));
        fresh.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return authentication;
    }
}
