package com.newgroktimes.digest.operator.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.testing.DigestTest;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class ProposalsApiTest {

    @LocalServerPort
    private int port;

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(port);
    }

    @Test
    void whatIsAcceptedIsTheStorysOwnAndGoesIntoTheEditionThatIsOpen() {
        put("whole", "\"tldr\": \"It was written.\"");
        put("chips", "\"bodyHtml\": \"<p>They hum.</p>\"");
        assertThat(api.post("/api/v1/editions", "{\"week\": \"current\"}").statusCode())
                .isEqualTo(201);

        HttpResponse<String> accepted = accept("chips", "They hum.");

        assertThat(accepted.statusCode()).isEqualTo(200);
        JsonNode story = ApiClient.json(accepted);
        assertThat(story.get("tldr").stringValue()).isEqualTo("They hum.");
        assertThat(story.get("tldrProposed").isNull()).isTrue();
        assertThat(story.get("status").stringValue()).isEqualTo("IN");
        assertThat(ApiClient.json(api.get("/api/v1/editions/1")).get("stories")).hasSize(2);
    }

    @Test
    void whatIsNotProposedAnyMoreIsNotAccepted() {
        put("chips", "\"bodyHtml\": \"<p>They hum.</p>\"");
        put("chips", "\"bodyHtml\": \"<p>They have stopped.</p>\"");

        HttpResponse<String> refused = accept("chips", "They hum.");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(ApiClient.json(refused).get("detail").stringValue()).contains("They have stopped.");
        assertThat(status("chips")).isEqualTo("INCOMPLETE");
    }

    @Test
    void aStoryThatHasItsTldrKeepsIt() {
        put("chips", "\"tldr\": \"It was written.\", \"bodyHtml\": \"<p>They hum.</p>\"");

        assertThat(accept("chips", "They hum.").statusCode()).isEqualTo(409);
    }

    @Test
    void nothingIsAcceptedOfAStoryThatIsNotThere() {
        assertThat(accept("none", "They hum.").statusCode()).isEqualTo(404);
    }

    @Test
    void asManyAsWereSeenAreAcceptedAtOnce() {
        put("chips", "\"bodyHtml\": \"<p>They hum.</p>\"");
        put("docks", "\"bodyHtml\": \"<p>They creak.</p>\"");
        put("empty", "\"place\": \"Geneva\"");
        put("gone", "\"bodyHtml\": \"<p>Gone.</p>\"");
        api.send(api.request("/api/v1/stories?url=https://news.example/gone").DELETE());

        HttpResponse<String> tooMany =
                api.post("/api/v1/stories/accept-week", "{\"week\": \"current\", \"stories\": 3}");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(status("chips")).isEqualTo("INCOMPLETE");

        HttpResponse<String> accepted =
                api.post("/api/v1/stories/accept-week", "{\"week\": \"current\", \"stories\": 2}");
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(accepted).get("accepted").intValue()).isEqualTo(2);
        assertThat(status("chips")).isEqualTo("NEXT");
        assertThat(status("docks")).isEqualTo("NEXT");
        assertThat(status("empty")).isEqualTo("INCOMPLETE");
        assertThat(status("gone")).isEqualTo("WITHDRAWN");
    }

    private void put(String name, String fields) {
        String story =
                "{\"url\": \"https://news.example/%s\", \"headline\": \"About %s\", %s}".formatted(name, name, fields);
        HttpResponse<String> answer = api.send(api.request("/api/v1/stories")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(story)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private HttpResponse<String> accept(String name, String proposed) {
        return api.post(
                "/api/v1/stories/accept",
                "{\"url\": \"https://news.example/%s\", \"tldrProposed\": \"%s\"}".formatted(name, proposed));
    }

    private String status(String name) {
        return ApiClient.json(api.get("/api/v1/stories?url=https://news.example/" + name))
                .get("status")
                .stringValue();
    }
}
