package com.newgroktimes.digest.platform.entry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.RawConnection;
import com.newgroktimes.digest.testing.ServiceUnderTest;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class DoorsTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void theApiAsksForAToken() {
        HttpResponse<String> answer = answerTo("GET", "/api/v1/nothing-here");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("\"status\":401", "\"instance\":\"/api/v1/nothing-here\"", "\"detail\":");
    }

    @Test
    void aWrongTokenIsNoToken() {
        for (String token : List.of("Bearer wrong", "Bearer ", "Basic " + ServiceUnderTest.API_TOKEN, "Bearer")) {
            HttpResponse<String> answer = answerTo("GET", "/api/v1/nothing-here", "Authorization", token);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("Authorization: Bearer").doesNotContain("digest.");
        }
    }

    @Test
    void theTokenOpensTheApiAndTheMeters() {
        String bearer = "Bearer " + ServiceUnderTest.API_TOKEN;

        assertThat(answerTo("GET", "/api/v1/nothing-here", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(404);
        assertThat(answerTo("GET", "/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(answerTo("GET", "/actuator/prometheus", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theMetersTellOfRequestsAndNotOfEachFilterBeforeThem() {
        answerTo("GET", "/actuator/health/liveness");

        assertThat(answerTo("GET", "/actuator/prometheus", "Authorization", "Bearer " + ServiceUnderTest.API_TOKEN)
                        .body())
                .contains("http_server_requests")
                .doesNotContain("spring_security");
    }

    @Test
    void healthIsOpen() {
        assertThat(answerTo("GET", "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(answerTo("GET", "/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsNotFoundRatherThanForbidden() {
        assertThat(answerTo("GET", "/nothing/here").statusCode()).isEqualTo(404);
    }

    @Test
    void theConsoleShowsTheWayIn() {
        HttpResponse<String> answer = answerTo("GET", "/console/editions");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/console/sign-in");
        assertThat(answerTo("GET", "/console").statusCode()).isEqualTo(302);
        assertThat(answerTo("POST", "/console/editions/1/send").statusCode()).isEqualTo(302);
    }

    @Test
    void aPartOfAPageOfTheConsoleIsRefusedInsteadOfRedirected() {
        assertThat(answerTo("GET", "/console/editions", "X-Requested-With", "fetch")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theApiTokenDoesNotOpenTheConsole() {
        assertThat(answerTo("GET", "/console/editions", "Authorization", "Bearer " + ServiceUnderTest.API_TOKEN)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void nobodyWhoOnlyComesByGetsACookie() {
        for (String path :
                List.of("/", "/subscribe", "/nothing/here", "/u/x", "/console/editions", "/api/v1/editions")) {
            assertThat(answerTo("GET", path).headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answerTo("POST", path).headers().allValues("Set-Cookie").stream()
                            .filter(cookie -> !path.startsWith("/console")))
                    .isEmpty();
        }
    }

    @Test
    void everyAnswerHasItsHeadersErrorsToo() {
        for (String path : List.of("/nothing/here", "/api/v1/editions", "/console/editions", "/actuator/health")) {
            HttpResponse<String> answer = answerTo("GET", path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        }
    }

    @Test
    void tokenPagesAreNeitherKeptNorIndexed() {
        for (String path : List.of("/confirm/x", "/u/x", "/settings/x", "/not-me/x")) {
            HttpResponse<String> answer = answerTo("GET", path);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex");
        }
    }

    @Test
    void norIsWhateverIsWrongThere() {
        for (String path : List.of("/confirm/x", "/u/x", "/settings/x", "/not-me/x")) {
            for (String wrong :
                    List.of("GET " + path + "/y/z", "DELETE " + path, "GET " + path + "%", "POST " + path)) {
                String[] asked = wrong.split(" ");
                RawConnection.Answer answer = new RawConnection(port).asks(asked[0] + " " + asked[1] + " HTTP/1.1");
                assertThat(answer.status()).as(wrong).isIn(400, 404, 405);
                assertThat(answer.header("Cache-Control")).as(wrong).isEqualTo("no-store");
                assertThat(answer.header("Referrer-Policy")).as(wrong).isEqualTo("no-referrer");
                assertThat(answer.header("Content-Security-Policy")).as(wrong).contains("default-src 'none'");
                assertThat(answer.body()).as(wrong).doesNotContain("<script");
            }
        }
    }

    private HttpResponse<String> answerTo(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return BROWSER.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
