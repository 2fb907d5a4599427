package com.newgroktimes.digest.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.RawConnection;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** The form on other sites: what is there to copy, and which scripts may use our door. */
@DigestTest
class EmbeddingSitesTest {

    private static final String NAMED = "http://localhost:" + ServiceUnderTest.EMBEDDING_PORT;

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    private Visitor visitor;

    @BeforeEach
    void someoneComesBy() {
        visitor = new Visitor(port);
    }

    @Test
    void thePlainFormWorksByItself() {
        Document form = copied("plain", "/embed?source=blog");

        assertThat(form.select("form").attr("action")).isEqualTo("https://digest.example.org/subscribe");
        assertThat(form.select("form").attr("method")).isEqualTo("post");
        assertThat(form.select("label[for=digest-email]").text()).isEqualTo("Your email address");
        assertThat(form.select("input[name=website][tabindex=-1][autocomplete=off]"))
                .hasSize(1);
        assertThat(form.select("input[name=source]").val()).isEqualTo("blog");
        assertThat(form.select("script, iframe, img, link")).isEmpty();
        assertThat(form.select("[aria-hidden]").attr("style"))
                .as("far off to one side it would make a page from right to left scroll")
                .contains("clip-path:inset(50%)")
                .doesNotContain("left");
        assertThat(visitor.opens("/embed").text()).contains("(CSP), it must allow form-action to this address");
        assertThat(visitor.posts(
                                URI.create("/subscribe"),
                                Map.of("email", "ada@example.org", "website", "", "source", "blog"))
                        .status())
                .isEqualTo(303);
        assertThat(readers.find("ada@example.org").source()).isEqualTo("blog");
    }

    @Test
    void theOtherBringsItsScriptAndItsWords() {
        Document form = copied("scripted", "/embed?lang=de");

        assertThat(form.select("script").attr("src")).isEqualTo("https://digest.example.org/embed.js");
        assertThat(form.select("form").attr("action")).isEqualTo("https://digest.example.org/subscribe?lang=de");
        assertThat(form.select("form").attr("lang")).isEqualTo("de");
        assertThat(form.select("form").attr("data-meant")).isEqualTo("Meinten Sie @@?");
        assertThat(form.select("input[name=source]").val()).isEqualTo("site-footer");
        assertThat(copied("scripted", "/embed?source=%22%3E%3Cb%3E")
                        .select("input[name=source]")
                        .val())
                .isEqualTo("other");
    }

    @Test
    void theScriptIsSmallAndMayBeKept() {
        Page script = visitor.opens("/embed.js");

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
        assertThat(script.response().headers().firstValue("Cache-Control")).contains("public, max-age=86400");
        assertThat(script.response().body().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(1_500);
    }

    /** A site that is named may read our answers by script; no site may show our pages in a frame, and trick somebody into a press. */
    @Test
    void thePageWithTheFormsRunsTheOneScriptThatCopiesThem() {
        assertThat(policy("/embed"))
                .containsExactlyInAnyOrder(
                        "default-src 'none'",
                        "style-src 'self'",
                        "img-src 'self'",
                        "script-src 'self'",
                        "form-action 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'");
        assertThat(visitor.opens("/embed").html().select("script"))
                .singleElement()
                .satisfies(script -> {
                    assertThat(script.attr("src")).isEqualTo("/copy.js");
                    assertThat(script.data()).isEmpty();
                });
        assertThat(policy("/subscribe"))
                .contains("frame-ancestors 'none'")
                .noneMatch(part -> part.startsWith("script"));
    }

    /** Other sites load it as theirs. */
    @Test
    void nothingKeepsOtherSitesFromLoadingTheScript() {
        RawConnection.Answer script =
                new RawConnection(port).asks("GET /embed.js HTTP/1.1", "Origin: https://blog.example");

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Cross-Origin-Resource-Policy")).isIn("", "cross-origin");
        assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(script.header("Content-Type")).contains("javascript");
        assertThat(script.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aSiteThatIsNamedAndTheOwnOneMayReadTheAnswer() {
        for (String origin : List.of(NAMED, "https://digest.example.org")) {
            RawConnection.Answer first = asksFirst(origin);
            assertThat(first.status()).isEqualTo(204);
            assertThat(first.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(first.header("Access-Control-Allow-Methods")).isEqualTo("POST");
            assertThat(first.header("Access-Control-Allow-Headers")).isEqualTo("Content-Type");
            assertThat(first.header("Access-Control-Allow-Credentials")).isEmpty();
            for (String email : List.of("ada@example.org", "ada")) {
                assertThat(signsUp(origin, email).header("Access-Control-Allow-Origin"))
                        .isEqualTo(origin);
            }
        }
    }

    @Test
    void anyOtherMayNot() {
        for (String origin :
                List.of("https://evil.example", "null", NAMED + ".evil.example", NAMED.replace("http:", "https:"))) {
            assertThat(asksFirst(origin).head()).doesNotContain("Access-Control");
            assertThat(signsUp(origin, "ada@example.org").head()).doesNotContain("Access-Control");
        }
        assertThat(new RawConnection(port)
                        .asks("GET /subscribe HTTP/1.1", "Origin: " + NAMED)
                        .head())
                .doesNotContain("Access-Control");
    }

    @Test
    void aProgramNeedsNoLeave() {
        assertThat(signsUp("https://evil.example", "ada@example.org").status()).isEqualTo(202);
    }

    @Test
    void aLikelySlipIsAskedAboutWhereSomebodyCanBeAsked() {
        String slip = "{\"email\":\"ada@gmial.com\",\"askAbout\":\"slips\"}";

        RawConnection.Answer asked = posts(NAMED, slip);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("\"suggestion\":\"ada@gmail.com\"");
        assertThat(readers.knows("ada@gmial.com")).isFalse();
        assertThat(signsUp(NAMED, "ada@gmial.com").status()).isEqualTo(202);
    }

    private List<String> policy(String path) {
        String policy = visitor.opens(path)
                .response()
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        return List.of(policy.split("; *"));
    }

    private Document copied(String which, String path) {
        return Jsoup.parse(
                visitor.opens(path).html().select("textarea#" + which).text());
    }

    private RawConnection.Answer asksFirst(String origin) {
        return new RawConnection(port)
                .asks(
                        "OPTIONS /api/v1/subscriptions HTTP/1.1",
                        "Origin: " + origin,
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: content-type");
    }

    private RawConnection.Answer signsUp(String origin, String email) {
        return posts(origin, "{\"email\":\"" + email + "\"}");
    }

    private RawConnection.Answer posts(String origin, String body) {
        return new RawConnection(port)
                .says(String.join(
                        "\r\n",
                        "POST /api/v1/subscriptions HTTP/1.1",
                        "Host: localhost",
                        "Origin: " + origin,
                        "Content-Type: application/json",
                        "Content-Length: " + body.length(),
                        "Connection: close",
                        "",
                        body));
    }
}
