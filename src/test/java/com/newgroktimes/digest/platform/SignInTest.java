package com.newgroktimes.digest.platform;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import jakarta.servlet.http.HttpSession;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTest {

    private static final URI OURS = URI.create("https://digest.example.org");
    private static final String PATH = "https://digest.example.org/console/sign-in/";

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final SettableClock clock = new SettableClock();
    private final SignInLinks links = new SignInLinks(
            database, clock, new Publication("Gazette", "", "", ZoneId.of("UTC"), OURS, OURS, List.of()));
    private final SignIn signIn = new SignIn(links, new HttpSessionCsrfTokenRepository());
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aLinkWorksOnce() {
        String token = issued("ada");

        assertThat(links.opens(token)).isTrue();
        assertThat(links.use(token)).contains("ada");
        assertThat(links.opens(token)).isFalse();
        assertThat(links.use(token)).isEmpty();
    }

    @Test
    void aLinkWorksForAnHour() {
        String token = issued("ada");

        clock.advance(Duration.ofMinutes(59));
        assertThat(links.opens(token)).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(links.opens(token)).isFalse();
        assertThat(links.use(token)).isEmpty();
    }

    @Test
    void theDatabaseHoldsNoTokenAndNoOldLink() {
        String old = issued("ada");
        clock.advance(Duration.ofHours(2));
        issued("ben");

        assertThat(database.sql("select operator || encode(hash, 'escape') from sign_in_link")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("ben").doesNotContain(old));
    }

    @Test
    void signingInChangesTheSession() {
        HttpSession before = Objects.requireNonNull(request.getSession());
        request.setRequestedSessionIdValid(true);
        String idBefore = before.getId();

        assertThat(signIn.signIn(request, new MockHttpServletResponse(), issued("ada")))
                .isTrue();

        HttpSession session = Objects.requireNonNull(request.getSession(false));
        assertThat(session.getId()).isNotEqualTo(idBefore);
        assertThat(session.getAttribute("SPRING_SECURITY_CONTEXT"))
                .isInstanceOfSatisfying(
                        SecurityContext.class,
                        context -> assertThat(context.getAuthentication())
                                .satisfies(operator ->
                                        assertThat(operator.getName()).isEqualTo("ada"))
                                .satisfies(operator -> assertThat(operator.getAuthorities())
                                        .extracting(Object::toString)
                                        .containsExactly("ROLE_OPERATOR")));
    }

    @Test
    void aStrangersLinkSignsNobodyIn() {
        assertThat(signIn.signIn(request, new MockHttpServletResponse(), "made-up"))
                .isFalse();
        assertThat(request.getSession(false)).isNull();
    }

    private String issued(String operator) {
        String link = links.issue(operator).toString();
        assertThat(link).startsWith(PATH);
        return link.substring(PATH.length());
    }
}
