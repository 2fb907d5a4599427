package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole straight line, from outside: sign up, confirm, send, read, leave; and the next edition knows it. */
@DigestTest
class WeeklyDigestJourneyTest {

    private static final String ADA = "ada@example.org";
    private static final String BEN = "ben@example.org";

    @LocalServerPort
    private int port;

    @Autowired
    private SettableClock clock;

    private ApiClient api;
    private Visitor browser;

    @BeforeEach
    void anOperatorAndAReader() {
        api = new ApiClient(port);
        browser = new Visitor(port);
    }

    @Test
    void whoLeavesAfterOneEditionIsNotInTheNext() throws Exception {
        joins(ADA);
        joins(BEN);
        aStoryIsPublished("the-first-week", "2026-11-18T09:30:00Z");
        sends(1, 2);

        ReceivedMail digest = lastTo(ADA);
        assertThat(digest.subject()).contains("the-first-week");
        assertThat(digest.text()).contains("TL;DR", ADA).doesNotContain(BEN);
        assertThat(digest.html()).contains("MSM Perspective", "X Perspective", "Unsubscribe");
        leavesByOneClick(digest);

        clock.advance(Duration.ofDays(7));
        aStoryIsPublished("the-second-week", "2026-11-25T09:30:00Z");
        sends(2, 1);

        assertThat(lastTo(BEN).subject()).contains("the-second-week");
        assertThat(lastTo(ADA).subject()).contains("the-first-week");
    }

    @Test
    void anEditionIsSentOnce() {
        joins(ADA);
        aStoryIsPublished("the-first-week", "2026-11-18T09:30:00Z");
        sends(1, 1);
        JsonNode sent = edition(1);

        assertThat(sent.get("recipients").asInt()).isEqualTo(1);
        assertThat(sent.get("deliveries").get("accepted").asInt()).isEqualTo(1);
        assertThat(api.post("/api/v1/editions/1/send", approval(sent)).statusCode())
                .isEqualTo(409);
    }

    private void joins(String address) {
        browser.presses("Send me the digest", browser.opens("/"), Map.of("email", address));
        browser.presses(
                "Yes, start my digest",
                browser.opens(ReceivedMail.onlyOneTo(address).link("/confirm/")));
    }

    private void aStoryIsPublished(String name, String at) {
        String story = """
                {"url": "https://site.example/%s", "section": "World", "headline": "What happened in %s",
                 "tldr": "In short.", "msmPerspective": "So they say.", "xPerspective": "So they argue.",
                 "publishedAt": "%s"}
                """.formatted(name, name, at);
        api.send(api.request("/api/v1/stories")
                .PUT(BodyPublishers.ofString(story))
                .header("Content-Type", "application/json"));
    }

    private void sends(int number, int recipients) {
        api.post("/api/v1/editions", "{\"week\":\"last\"}");
        JsonNode ready = edition(number);
        assertThat(ready.get("state").asString()).isEqualTo("READY");
        assertThat(ready.get("recipients").asInt()).isEqualTo(recipients);

        assertThat(api.post("/api/v1/editions/" + number + "/send", approval(ready))
                        .statusCode())
                .isEqualTo(202);
        eventually(
                "edition " + number + " is sent",
                () -> edition(number).get("state").asString().equals("SENT"));
    }

    private JsonNode edition(int number) {
        return ApiClient.json(api.get("/api/v1/editions/" + number));
    }

    private static String approval(JsonNode edition) {
        return "{\"recipients\":%d,\"contentHash\":\"%s\"}"
                .formatted(
                        edition.get("recipients").asInt(),
                        edition.get("contentHash").asString());
    }

    private static ReceivedMail lastTo(String address) {
        var inbox = ReceivedMail.inboxOf(address);
        return inbox.get(inbox.size() - 1);
    }

    /** As a mailbox provider does it (RFC 8058 §3.2), having looked at the page first. */
    private void leavesByOneClick(ReceivedMail digest) throws Exception {
        assertThat(digest.message().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String header = digest.message().getHeader("List-Unsubscribe")[0];
        URI oneClick = URI.create(header.substring(1, header.length() - 1));

        assertThat(browser.opens(oneClick).status()).isEqualTo(200);
        assertThat(edition(1).get("deliveries").get("accepted").asInt()).isEqualTo(2);

        var answer = browser.sends(
                "POST",
                oneClick,
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("List-Unsubscribe=One-Click"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().map()).doesNotContainKeys("set-cookie", "location");
    }
}
