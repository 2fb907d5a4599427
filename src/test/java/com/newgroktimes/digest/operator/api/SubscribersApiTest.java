package com.newgroktimes.digest.operator.api;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class SubscribersApiTest {

    private static final EmailAddress ADA = EmailAddress.parse("ada+news@example.org");

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @LocalServerPort
    private int port;

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(port);
        subscribers.signUp(ADA, "footer", "en", "192.0.2.0");
    }

    @Test
    void aSubscriberHasThePromisedShape() {
        JsonNode ada = ApiClient.json(api.get("/api/v1/subscribers?email=ada%2Bnews@EXAMPLE.org"));

        assertThat(ada.propertyNames())
                .containsExactly(
                        "email",
                        "state",
                        "suppressed",
                        "reason",
                        "since",
                        "locale",
                        "format",
                        "sections",
                        "breakUntil",
                        "source",
                        "evidence");
        assertThat(ada.get("email").asString()).isEqualTo("ada+news@example.org");
        assertThat(ada.get("state").asString()).isEqualTo("PENDING");
        assertThat(ada.get("suppressed").isNull()).isTrue();
        assertThat(ada.get("reason").isNull()).isTrue();
        assertThat(ada.get("since").asString()).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(ada.get("format").asString()).isEqualTo("html");
        assertThat(ada.get("sections").isArray()).isTrue();
        assertThat(ada.get("breakUntil").isNull()).isTrue();
        assertThat(ada.get("evidence").get(0).propertyNames()).containsExactly("at", "what", "from", "version");
    }

    @Test
    void whoMustNotBeMailedIsShownWithTheReason() {
        Subscriber ada = subscribers.find(ADA).orElseThrow();
        subscribers.suppress(ada.id(), Suppression.HARD_BOUNCE, "relay");

        JsonNode shown = ApiClient.json(api.get("/api/v1/subscribers?email=ada%2Bnews@example.org"));

        assertThat(shown.get("suppressed").asString()).isEqualTo("HARD_BOUNCE");
        assertThat(shown.get("reason").asString()).isEqualTo("Mail to this address came back for good.");
    }

    @Test
    void aStrangerIsNotFound() {
        HttpResponse<String> response = api.get("/api/v1/subscribers?email=eve@example.org");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(ApiClient.json(response).get("detail").asString()).contains("eve@example.org");
    }

    @Test
    void ofAnAddressOfBeforeIsSaidWhichOneItBecame() {
        subscribers.askForNewAddress(
                readers.confirmed("old@example.org").id(), EmailAddress.parse("new@example.org"), "test");
        readers.haveTheirLetters();
        List<ReceivedMail> mails = ReceivedMail.inboxOf("new@example.org");
        subscribers.changeAddress(
                mails.get(mails.size() - 1).link("/settings/").getPath().substring("/settings/".length()), "test");

        for (HttpResponse<String> answer :
                List.of(api.get("/api/v1/subscribers?email=old@example.org"), erase("old@example.org"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(ApiClient.json(answer).get("detail").asString())
                    .contains("old@example.org", "new@example.org", "nothing was changed")
                    .doesNotContain("We know nothing");
        }
        assertThat(readers.find("new@example.org").onTheList()).isTrue();
    }

    @Test
    void whatIsNoAddressIsRefusedInPlainWords() {
        HttpResponse<String> response = api.get("/api/v1/subscribers?email=nobody");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(response).get("detail").asString()).isNotBlank();
    }

    @Test
    void whoeverIsErasedIsShownWithoutAnythingOfTheirs() {
        Subscriber ada = subscribers.find(ADA).orElseThrow();

        assertThat(erase("ada+news@EXAMPLE.org").statusCode()).isEqualTo(204);

        assertThat(subscribers.find(ada.id())).isEmpty();
        JsonNode shown = ApiClient.json(api.get("/api/v1/subscribers?email=ada%2Bnews@example.org"));
        assertThat(shown.get("email").asString()).isEqualTo("ada+news@example.org");
        assertThat(shown.get("state").asString()).isEqualTo("UNSUBSCRIBED");
        assertThat(shown.get("suppressed").asString()).isEqualTo("ERASED");
        assertThat(shown.get("reason").asString()).isEqualTo("They had their data erased.");
        assertThat(shown.get("since").asString()).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(shown.get("evidence").get(0).get("what").asString()).isEqualTo("signed up");
        assertThat(shown.get("evidence").get(0).get("from").asString()).isEmpty();
        assertThat(subscribers.evidence(ada.id()))
                .filteredOn(noted -> noted.what().equals("erased"))
                .singleElement()
                .satisfies(noted -> assertThat(noted.from()).startsWith("operator "));
    }

    @Test
    void erasingTwiceIsErasing() {
        erase("ada+news@example.org");

        assertThat(erase("ada+news@example.org").statusCode()).isEqualTo(204);
    }

    @Test
    void nobodyIsErasedWhereNobodyIsFound() {
        HttpResponse<String> stranger = erase("Ada+news@example.org");

        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(ApiClient.json(stranger).get("detail").asString())
                .contains("Ada+news@example.org", "Nothing was erased", "case");
        assertThat(subscribers.find(ADA)).isPresent();
        assertThat(api.post("/api/v1/subscribers/erase", "{}").statusCode()).isEqualTo(400);
        assertThat(erase("nobody").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> erase(String email) {
        return api.post("/api/v1/subscribers/erase", "{\"email\":\"%s\"}".formatted(email));
    }

    @Test
    void withoutATokenNobodyIsShown() {
        HttpResponse<String> response = api.send(
                api.request("/api/v1/subscribers?email=ada@example.org").setHeader("Authorization", "Basic x"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(response.body()).doesNotContain("footer");
    }
}
