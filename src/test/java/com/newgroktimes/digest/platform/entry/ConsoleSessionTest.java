package com.newgroktimes.digest.platform.entry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.testing.DigestTest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class ConsoleSessionTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private SignInLinks links;

    private String cookie = "";

    @Test
    void theLinkOpensASessionWithAnIdOfItsOwn() {
        String link = links.issue("ada").getPath();
        HttpResponse<String> button = get(link);
        String before = cookie;

        HttpResponse<String> entered = post(link, csrf(button));

        assertThat(entered.statusCode()).isBetween(302, 303);
        assertThat(entered.headers().firstValue("Location")).contains("/console");
        assertThat(cookie).isNotEqualTo(before);
        assertThat(get("/console/nothing-here").statusCode()).isEqualTo(404);
        cookie = before;
        assertThat(get("/console/nothing-here").statusCode()).isEqualTo(302);
    }

    @Test
    void theCookieIsForThisHostAlone() {
        HttpResponse<String> button = get(links.issue("ada").getPath());

        assertThat(button.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-session=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void lookingAtTheLinkUsesNothingUp() {
        String link = links.issue("ada").getPath();

        for (int look = 0; look < 50; look++) {
            assertThat(get(link).statusCode()).isEqualTo(200);
        }
        assertThat(post(link, csrf(get(link))).statusCode()).isBetween(302, 303);
    }

    @Test
    void withoutItsCsrfTokenNothingHappens() {
        String link = links.issue("ada").getPath();
        get(link);

        assertThat(post(link, "made-up").statusCode()).isEqualTo(403);
        assertThat(links.opens(link.substring(link.lastIndexOf('/') + 1))).isTrue();
    }

    @Test
    void whoActsWithoutASessionIsGivenNone() {
        HttpResponse<String> answer = post("/console/editions/1/send", "made-up");

        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    /** The second is a NUL in base64, which no database takes for text. */
    @ParameterizedTest
    @ValueSource(strings = {"made-up", "AAAA", "../../etc", ""})
    void aCookieThatWeDidNotIssueIsNoSession(String value) {
        cookie = "__Host-session=" + value;

        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void aPageWhoseSessionRanOutLeadsBackToSigningIn() {
        HttpResponse<String> answer = post("/console/editions/1/send", "from-an-old-page");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/console/sign-in");
    }

    @Test
    void signingOutEndsTheSession() {
        String link = links.issue("ada").getPath();
        post(link, csrf(get(link)));
        String session = cookie;

        post("/console/sign-out", csrf(get(links.issue("ada").getPath())));

        cookie = session;
        assertThat(get("/console/nothing-here").statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String csrf) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(csrf, UTF_8))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String csrf(HttpResponse<String> page) {
        Matcher field = CSRF.matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }
}
