package com.newgroktimes.digest.site;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SampleStories;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class PagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    private Visitor visitor;

    @BeforeEach
    void someoneComesBy() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/subscribe", "/subscribe/sent", "/leave", "/leave/sent", "/help", "/privacy", "/editions"})
    void everyPageStandsInOneFrame(String path) {
        Page page = visitor.opens(path);

        assertThat(page.status()).isEqualTo(200);
        assertFramed(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/editions/1", "/editions/none", "/editions?page=2", "/u/nothing", "/error"})
    void whatIsNotThereSaysSoInTheSameFrame(String path) {
        Page page = visitor.opens(path);

        assertThat(page.status()).isEqualTo(404);
        assertFramed(page);
    }

    @Test
    void whatCannotBeDoneNamesWhatCan() {
        Page page = visitor.sends("DELETE", URI.create("/help"), null, BodyPublishers.noBody());

        assertThat(page.status()).isEqualTo(405);
        assertThat(page.response().headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
        assertFramed(page);
    }

    @Test
    void anEditionIsAPageFromTheFreezeOn() {
        anEdition("A quiet law about loud keyboards");
        assertThat(visitor.opens("/editions/1").status()).isEqualTo(404);

        editions.frozen(1, clock.instant());

        assertThat(visitor.opens("/editions/1").text())
                .contains("A quiet law about loud keyboards", "25 November 2026", "-- A WRITER, Somewhere");
        assertThat(visitor.opens("/editions").text()).contains("A quiet law about loud keyboards");
        assertThat(visitor.opens("/").text()).contains("A quiet law about loud keyboards");
    }

    @Test
    void storiesAreShownAsTyped() {
        anEdition("<b>Bold</b> & ${7*7} \"quoted\"");
        editions.frozen(1, clock.instant());

        assertThat(visitor.opens("/editions/1").html().select("article h2").text())
                .isEqualTo("<b>Bold</b> & ${7*7} \"quoted\"");
    }

    @Test
    void theApiTakesASignUpWithoutAToken() {
        Page answer = subscription("{\"email\":\"ada@example.org\",\"source\":\"elsewhere\",\"locale\":\"de-AT\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(readers.find("ada@example.org").source()).isEqualTo("other");
        assertThat(readers.find("ada@example.org").locale()).isEqualTo("de-AT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"email\":\"ada\"}", "{\"email\":null}", "{}", "{\"email\":", "[]", "", "null"})
    void theApiSaysWhatIsWrong(String body) {
        Page answer = subscription(body);

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.response().body()).contains("\"detail\"").doesNotContain("Exception");
    }

    @Test
    void oddFormsAreAnsweredInWords() {
        for (String body :
                List.of("", "%", "email=%zz", "email", "email=a&email=b", "=", "email=%00", "x".repeat(100_000))) {
            Page answer = visitor.sends(
                    "POST",
                    URI.create("/subscribe"),
                    "application/x-www-form-urlencoded",
                    BodyPublishers.ofString(body));

            assertThat(answer.status()).isEqualTo(422);
            assertFramed(answer);
        }
    }

    @Test
    void whatIsTypedIsShownAsTyped() {
        Page answer =
                visitor.posts(URI.create("/subscribe"), Map.of("email", "\"><script>x</script>", "source", "\"'<"));

        assertThat(answer.html().select("script")).isEmpty();
        assertThat(answer.html().select("#email").val()).isEqualTo("\"><script>x</script>");
    }

    private Page subscription(String body) {
        return visitor.sends(
                "POST", URI.create("/api/v1/subscriptions"), "application/json", BodyPublishers.ofString(body));
    }

    private void anEdition(String headline) {
        stories.put(SampleStories.story("Technology", headline).build(), "api");
        assertThat(editions.assemble("last").edition().number()).isEqualTo(1);
    }

    private static void assertFramed(Page page) {
        assertThat(page.html().selectXpath("//h1")).hasSize(1);
        assertThat(page.html().select("header a[href=/], main#main, footer a[href=/privacy], a.skip[href=#main]"))
                .hasSize(4);
        assertThat(page.html().select("script, iframe, [style]")).isEmpty();
        assertThat(page.html().select("html").attr("lang")).isEqualTo("en");
        assertThat(page.response().headers().map()).doesNotContainKey("set-cookie");
    }
}
