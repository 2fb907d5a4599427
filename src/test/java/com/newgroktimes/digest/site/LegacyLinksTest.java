package com.newgroktimes.digest.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import com.newgroktimes.digest.platform.StartRefused;
import com.newgroktimes.digest.site.LegacyLinkSettings.OldForm;
import com.newgroktimes.digest.subscribers.Exports;
import com.newgroktimes.digest.subscribers.Imports;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Links in mails that another system sent, before the list moved here. */
@DigestTest
class LegacyLinksTest {

    private static final String KEY = "6f1e1f5e-0001-4000-8000-000000000001";
    private static final String LINK = "/subscription/9b0d7a52-0000-4000-8000-00000000000c/" + KEY;

    @Autowired
    private Imports imports;

    @Autowired
    private Exports exports;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private Readers readers;

    @Autowired
    private JdbcClient database;

    @Autowired
    private LegacyLinkPage page;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void move() {
        String file = "email,state,confirmed_at,evidence,legacy_key\n"
                + "ada@example.org,CONFIRMED,2024-03-01,By letter," + KEY + " old-number-7\n";
        imports.take(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "ana");
    }

    @Test
    void aLookShowsTheButtonOfTheReadersOwnLinkAndChangesNothing() {
        HttpResponse<String> page = get(LINK);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Stop the weekly digest?", "a…@example.org")
                .contains("action=\""
                        + links.unsubscribe(readers.find("ada@example.org").id())
                                .getPath() + "\"");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(readers.find("ada@example.org").onTheList()).isTrue();
    }

    @Test
    void aMailProgramsButtonLeavesAtOnce() {
        HttpResponse<String> answer = post(LINK, "List-Unsubscribe=One-Click");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(post(LINK, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    }

    @Test
    void whatAnOldPageSentOtherwiseLeavesNobody() {
        HttpResponse<String> answer = post(LINK, "manage=true&l=1");

        assertThat(answer.body()).contains("Stop the weekly digest?");
        assertThat(readers.find("ada@example.org").onTheList()).isTrue();
    }

    @Test
    void aKeyInAQueryIsFoundAmongWhatElseStandsThere() {
        assertThat(get("/unsubscribe/?uuid=old-number-7&key=abc&newsletter=n").body())
                .contains("a…@example.org");
        assertThat(get("/unsubscribe/?id=old-number-7").statusCode()).isEqualTo(404);
        assertThat(get("/unsubscribe/").statusCode()).isEqualTo(404);
    }

    @Test
    void aKeyThatNobodyHasIsToldLikeAnyUnknownLink() {
        for (String path : new String[] {LINK.replace("0001-", "0002-"), "/unsubscribe/?uuid=%00"}) {
            HttpResponse<String> page = get(path);

            assertThat(page.statusCode()).as(path).isIn(404, 400);
            assertThat(page.body()).doesNotContain("example.org</");
        }
        assertThat(post(LINK.replace("0001-", "0002-"), "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAddressInALinkOpensThePageThatMailsAWayOut() {
        HttpResponse<String> page = get("/optout?email=ada%40example.org");

        assertThat(page.body()).contains("action=\"/leave\"").doesNotContain("ada@example.org");
        assertThat(post("/optout?email=ada%40example.org", "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(200);
        assertThat(readers.find("ada@example.org").onTheList()).isTrue();
    }

    @Test
    void whoWasErasedIsOffByTheOldLinkToo() {
        subscribers.erase(readers.find("ada@example.org").id(), "test");

        assertThat(get(LINK).body()).contains("You are already off the list");
        assertThat(database.sql("select count(told) from legacy_key")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoseRowIsGoneIsOffByTheOldLinkToo() {
        database.sql("truncate subscriber, evidence restart identity cascade").update();

        assertThat(get(LINK).body()).contains("You are already off the list");
        assertThat(post(LINK, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    }

    @Test
    void anExportTakesTheKeysAlong() {
        var csv = new StringBuilder();
        exports.write(Optional.empty(), csv);

        assertThat(csv).contains("," + KEY + " old-number-7\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/editions/{key},           this service answers there itself (/editions/",
        "/u/{key},                  this service answers there itself",
        "/{area}/{key},             this service answers there itself",
        "/?uuid={key},              this service answers there itself (/)",
        "/api/v1/leave/{key},       this service answers there itself",
        "/console/leave?u={key},    this service answers there itself",
        "/style.css?u={key},        this service answers there itself",
    })
    void anAddressOfOursIsRefusedAtTheStart(String pattern, String reason) {
        List<OldForm> given = List.of(new OldForm("/old/{key}"), new OldForm(pattern));

        assertThatThrownBy(() -> new LegacyLinkSettings(given))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("digest.legacy-links[1].pattern is \"" + pattern + "\"")
                .hasMessageContaining(reason);
    }

    /** Else an old address could go before one of ours. */
    @Test
    void allThatWeAnswerIsKnownBeforeAnythingIsStarted() {
        List<String> answered = mapping.getHandlerMethods().entrySet().stream()
                .filter(mapped -> mapped.getValue().getBeanType().getName().startsWith("com.newgroktimes.digest."))
                .filter(mapped -> mapped.getValue().getBeanType() != LegacyLinkPage.class)
                .flatMap(mapped -> mapped.getKey().getPatternValues().stream())
                .filter(path -> !path.equals("/error")) // that address is the container's
                .toList();

        assertThat(answered).contains("/u/{token}/undo", "/");
        assertThat(OwnPaths.read().paths())
                .extracting(PathPattern::getPatternString)
                .containsAll(answered);
    }

    @ParameterizedTest
    @CsvSource({
        "https://old.example.org/{key}, it begins with a slash",
        "old/{key},                     it begins with a slash",
        "/old/leave,                    exactly one of its parts",
        "/old/{key}/{email},            exactly one of its parts",
        "/old/{key}?u={key},            exactly one of its parts",
        "/old/**,                       it begins with a slash",
    })
    void whatIsNoPatternIsRefusedAtTheStart(String pattern, String reason) {
        assertThatThrownBy(() -> new LegacyLinkSettings(List.of(new OldForm(pattern))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("digest.legacy-links[0].pattern is \"" + pattern + "\"")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "---FormBoundaryjWmhtjORrn"})
    void soDoesOneThatSendsItAsItShould(String boundary) {
        String part = "Content-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n";

        HttpResponse<String> answer = send(request(LINK)
                .POST(BodyPublishers.ofString("--b\r\n" + part + "--b--\r\n"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void anotherFormInPartsLeavesNobody() {
        HttpResponse<String> answer = send(request(LINK)
                .POST(BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nNo\r\n--b--\r\n"))
                .header("Content-Type", "multipart/form-data; boundary=b"));

        assertThat(answer.body()).contains("Stop the weekly digest?");
        assertThat(readers.find("ada@example.org").onTheList()).isTrue();
    }

    @Test
    void anotherTryAfterAFaultStillNamesTheReader() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/unsubscribe/");
        request.setQueryString("uuid=old-number-7");

        assertThat(page.fault(new QueryTimeoutException("away"), request).getModel())
                .containsEntry("path", "/unsubscribe/?uuid=old-number-7");
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
