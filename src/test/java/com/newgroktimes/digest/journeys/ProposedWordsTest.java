package com.newgroktimes.digest.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** A story without a TL;DR, in a service whose settings accept the one that it proposes, and in one whose settings do not. */
class ProposedWordsTest {

    private final int port = ProcessSettings.freePort();
    private final String database = TestDatabase.freshUrl();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    @Test
    void proposedWordsGoOutAsLongAsTheSettingsAcceptThem() throws Exception {
        try (ServiceProcess service = start(true)) {
            asks("PUT", "/stories", """
                    {"url": "https://newgroktimes.example/whole", "headline": "Whole", "tldr": "It was written."}
                    """);
            asks("PUT", "/stories", """
                    {"url": "https://newgroktimes.example/chips", "headline": "Chips", "bodyHtml": "<p>They hum in the dark.</p>"}
                    """);
            asks("POST", "/editions", "{\"week\": \"current\"}");

            assertThat(headlines()).containsExactlyInAnyOrder("Whole", "Chips");
            assertThat(says("/editions/1/preview.txt")).contains("They hum in the dark.");
            assertThat(asks("GET", "/editions/1/checks", "").get("rows").valueStream())
                    .filteredOn(row -> row.get("rule").stringValue().equals("proposed"))
                    .extracting(row -> row.get("level").stringValue())
                    .containsExactly("look");
            service.kill();
        }

        try (ServiceProcess service = start(false)) {
            eventually("it is out of the edition again", () -> headlines().equals(List.of("Whole")));
            assertThat(asks("GET", "/stories?url=https://newgroktimes.example/chips", "")
                            .get("status")
                            .stringValue())
                    .isEqualTo("INCOMPLETE");
            service.kill();
        }

        try (ServiceProcess service = start(true)) {
            eventually("it is in the edition again", () -> headlines().size() == 2);
        }
    }

    private ServiceProcess start(boolean acceptProposed) throws IOException {
        return ServiceProcess.start(new ProcessSettings(port, ProcessSettings.freePort(), data)
                .onDatabase(database)
                .with("digest.stories.accept-proposed", acceptProposed)
                .all());
    }

    private List<String> headlines() {
        return asks("GET", "/editions/1", "")
                .get("stories")
                .valueStream()
                .map(story -> story.get("headline").stringValue())
                .toList();
    }

    private JsonNode asks(String method, String path, String body) {
        return JsonMapper.shared().readTree(answer(method, path, body));
    }

    private String says(String path) {
        return answer("GET", path, "");
    }

    private String answer(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + ProcessSettings.API_TOKEN)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
