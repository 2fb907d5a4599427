package com.newgroktimes.digest.platform.entry;

import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.RawConnection;
import com.newgroktimes.digest.testing.RawConnection.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What is refused before any page of ours is asked is answered like everything else. */
@DigestTest
class ServerRefusalsTest {

    private static final String TOO_LONG = "x".repeat(20_000);

    @LocalServerPort
    private int port;

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("a slash in disguise", new String[] {"GET %sa%%2Fb HTTP/1.1"}),
                arguments("a NUL", new String[] {"GET %sa%%00b HTTP/1.1"}),
                arguments("a backslash", new String[] {"GET %sa\\b HTTP/1.1"}),
                arguments("parameters in the path", new String[] {"GET %sa;x=1 HTTP/1.1"}),
                arguments("an escape that is none", new String[] {"GET %sa%%zzb HTTP/1.1"}),
                arguments("bytes that are no text", new String[] {"GET %sa%%E9 HTTP/1.1"}),
                arguments("a header too long", new String[] {"GET %sa HTTP/1.1", "X: " + TOO_LONG}),
                arguments("a header that is none", new String[] {"GET %sa HTTP/1.1", "X y: 1"}),
                arguments("two hosts", new String[] {"GET %sa HTTP/1.1", "Host: elsewhere"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aPersonIsShownAPage(String name, String[] lines) {
        assertPage(asks(lines, "/"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aProgramGetsAProblem(String name, String[] lines) {
        Answer answer = asks(lines, "/api/v1/");

        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = new JsonMapper().readTree(answer.body());
        assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "detail", "instance");
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("instance").asString()).startsWith("/api/v1/a");
        assertGuarded(answer);
    }

    @Test
    void whoeverAsksForJsonIsAProgram() {
        Answer refused = new RawConnection(port).asks("GET /a%2Fb HTTP/1.1", "Accept: application/json");
        Answer notFound = new RawConnection(port).asks("GET /nothing HTTP/1.1", "Accept: application/json");

        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(notFound.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(notFound.status()).isEqualTo(404);
    }

    @Test
    void aRequestWithoutAReadableAddressGetsThePage() {
        RawConnection wire = new RawConnection(port);

        assertPage(wire.asks("GET /" + TOO_LONG + " HTTP/1.1"));
        assertPage(wire.asks("G@T / HTTP/1.1"));
        assertPage(wire.says("GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void aMangledLinkIsUnknownHoweverItWasMangled() {
        String unknown = new RawConnection(port).asks("GET /u/nothing HTTP/1.1").body();

        for (String mangled : new String[] {"a%2Fb", "a%00", "a\\b", "a%zz", "a%E9", "a;x=1", "a>", "a//b"}) {
            Answer answer = new RawConnection(port).asks("GET /u/" + mangled + " HTTP/1.1");

            assertThat(answer.status()).as(mangled).isEqualTo(404);
            assertThat(answer.body()).as(mangled).isEqualTo(unknown);
            assertThat(answer.header("Cache-Control")).as(mangled).isEqualTo("no-store");
        }
    }

    @Test
    void whatWouldBeInAPackedApplicationIsNotThere() {
        for (String path : new String[] {"/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/web-inf", "/WEB-INF"}) {
            Answer answer = new RawConnection(port).asks("GET " + path + " HTTP/1.1");

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertGuarded(answer);
        }
    }

    @Test
    void aMethodThatNobodyKnowsIsOneThatIsNotPossible() {
        for (String method : new String[] {"TRACE", "PATCH", "FOO"}) {
            Answer answer = new RawConnection(port).asks(method + " /help HTTP/1.1");

            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).as(method).isEqualTo("GET, HEAD, OPTIONS");
            assertGuarded(answer);
        }
    }

    private Answer asks(String[] lines, String below) {
        String[] filled = lines.clone();
        filled[0] = lines[0].formatted(below);
        return new RawConnection(port).asks(filled);
    }

    private static void assertPage(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("We could not read that");
        assertThat(answer.body()).doesNotContain("Tomcat");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertGuarded(answer);
    }

    private static void assertGuarded(Answer answer) {
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none';");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }
}
