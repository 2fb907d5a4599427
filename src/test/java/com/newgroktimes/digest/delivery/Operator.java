package com.newgroktimes.digest.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.testing.ProcessSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever runs a service that is a process of its own, by its API. */
final class Operator {

    private static final String FIRST = "/api/v1/editions/1";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;

    Operator(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    /** Edition 1, of the last closed week. */
    void sendsAnEditionTo(int readers) throws IOException, InterruptedException {
        String hash = makesAnEdition();
        assertThat(sends(readers, hash).statusCode()).isEqualTo(202);
    }

    /** Returns its content hash. */
    String makesAnEdition() throws IOException, InterruptedException {
        OffsetDateTime lastWeek = OffsetDateTime.now(ZoneOffset.UTC)
                .minusHours(6)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusDays(3);
        calls("PUT", "/api/v1/stories", """
                {"url": "https://newgroktimes.example/a-story", "section": "Technology", "headline": "A story", "tldr": "It happened.",
                 "msmPerspective": "One side.", "xPerspective": "The other.", "publishedAt": "%s"}
                """.formatted(lastWeek));
        return json(calls("POST", "/api/v1/editions", "{\"week\": \"last\"}"))
                .get("contentHash")
                .stringValue();
    }

    HttpResponse<String> sends(int readers, String contentHash) throws IOException, InterruptedException {
        return calls(
                "POST",
                FIRST + "/send",
                "{\"recipients\": %d, \"contentHash\": \"%s\"}".formatted(readers, contentHash));
    }

    /** Pause, resume, stop or end. */
    HttpResponse<String> does(String act) throws IOException, InterruptedException {
        return calls("POST", FIRST + "/" + act, "");
    }

    String seesTheState() throws IOException, InterruptedException {
        return looksAtTheEdition().get("state").stringValue();
    }

    JsonNode looksAtTheEdition() throws IOException, InterruptedException {
        return json(calls("GET", FIRST, ""));
    }

    private HttpResponse<String> calls(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + ProcessSettings.API_TOKEN)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JsonMapper.shared().readTree(answer.body());
    }
}
