package com.newgroktimes.digest.platform.entry;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

import com.newgroktimes.digest.platform.Publication;

import static org.assertj.core.api.Assertions.assertThat;

class SessionCookieTest {

    @Test
    void overHttpsItIsBoundToTheHost() {
        assertThat(cookieOf("https://digest.example.org"))
                .startsWith("__Host-session=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/");
    }

    /** Browsers would not send a secure one back, and nobody could sign in at a desk. */
    @Test
    void withoutHttpsItIsAPlainOne() {
        assertThat(cookieOf("http://localhost:8080"))
                .startsWith("session=")
                .contains("; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure");
    }

    private static String cookieOf(String baseUrl) {
        URI address = URI.create(baseUrl);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ConsoleDoor()
                .sessionCookie(new Publication("Gazette", "", "", ZoneId.of("UTC"), address, address, List.of()))
                .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "an id"));
        return Objects.requireNonNull(response.getHeader("Set-Cookie"));
    }
}
