package com.newgroktimes.digest.platform.entry;

import java.util.List;
import java.util.regex.Pattern;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie that holds an operator's session. It is looked at in the console alone, and only where it holds what we issue: anything
 * else in it would be asked of the database on every address.
 */
final class SessionCookie extends DefaultCookieSerializer {

    private static final Pattern ISSUED = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Browsers take a {@code __Host-} cookie only over https, and then from nobody but this very host. */
    SessionCookie(boolean https) {
        setCookieName(https ? "__Host-session" : "session");
        setUseSecureCookie(https);
        setUseHttpOnlyCookie(true);
        setSameSite("Lax");
        setCookiePath("/");
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/console")) {
            return List.of();
        }
        return super.readCookieValues(request).stream()
                .filter(value -> ISSUED.matcher(value).matches())
                .toList();
    }
}
