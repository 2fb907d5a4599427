package com.newgroktimes.digest.operator.api;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.stories.TestFeeds;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class SourcesApiTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(port);
    }

    @Test
    void collectingTellsWhatEverySourceHad() throws IOException {
        Files.writeString(ServiceUnderTest.STORIES.resolve("good.md"), "# A\n\nText.");
        Files.writeString(ServiceUnderTest.STORIES.resolve("bad.md"), "---\nheadline: A: B\n---\n");

        JsonNode collected = ApiClient.json(api.post("/api/v1/stories/collect", ""));

        assertThat(collected.get("added").asInt()).isEqualTo(1);
        assertThat(collected.get("notRead").asInt()).isEqualTo(1);
        assertThat(collected.at("/problems/0").asString()).startsWith("bad.md: front matter: Line 2: ");
        JsonNode sources = ApiClient.json(api.get("/api/v1/sources"));
        assertThat(sources.at("/0/name").asString()).isEqualTo(ServiceUnderTest.STORIES.toString());
        assertThat(sources.at("/0/askedAt").asString()).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(sources.at("/0/collected")).isEqualTo(collected);
    }

    @Test
    void ofVeryManyProblemsTheFirstAreTold() throws IOException {
        for (int file = 0; file < 102; file++) {
            Files.writeString(ServiceUnderTest.STORIES.resolve("bad" + file + ".md"), "---\nheadline: A: B\n---\n");
        }

        JsonNode collected = ApiClient.json(api.post("/api/v1/stories/collect", ""));

        assertThat(collected.get("notRead").asInt()).isEqualTo(102);
        assertThat(collected.get("problems")).hasSize(101);
        assertThat(collected.at("/problems/100").asString()).isEqualTo("and 2 more");
    }

    @Test
    void oneFeedIsAskedAndOneThatWasGivenUpIsBroughtBack() throws IOException {
        try (TestFeeds feed = new TestFeeds(context)) {
            String query = "?url=" + URLEncoder.encode(feed.url(), StandardCharsets.UTF_8);

            assertThat(ApiClient.json(api.post("/api/v1/sources/ask" + query, ""))
                            .at("/added")
                            .asInt())
                    .isEqualTo(1);
            assertThat(api.post("/api/v1/sources/ask" + query, "").statusCode()).isEqualTo(409);
            assertThat(api.post("/api/v1/sources/bring-back" + query, "").statusCode())
                    .isEqualTo(409);
            assertThat(api.post("/api/v1/sources/ask?url=https://other.example/", "")
                            .statusCode())
                    .isEqualTo(404);
            JsonNode well = ApiClient.json(api.get("/api/v1/sources")).get(1);
            assertThat(well.get("label").asString()).isEqualTo(TestFeeds.NAME);
            assertThat(well.get("hint").asString()).startsWith("None of its entries has a date");

            feed.answers(410);
            clock.advance(Duration.ofMinutes(2));
            api.post("/api/v1/sources/ask" + query, "");
            assertThat(api.post("/api/v1/sources/ask" + query, "").body()).contains("Bring it back first");
            JsonNode back = ApiClient.json(api.post("/api/v1/sources/bring-back" + query, ""));

            assertThat(back.get("name").asString()).isEqualTo(feed.url());
            assertThat(back.has("fault") && !back.get("fault").isNull()).isFalse();
        }
    }

    @Test
    void aCollectedPictureIsServedForEver() throws IOException, InterruptedException {
        File picture = ServiceUnderTest.STORIES.resolve("cat.png").toFile();
        ImageIO.write(new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB), "png", picture);
        Files.writeString(ServiceUnderTest.STORIES.resolve("a.md"), "---\nimage: {url: cat.png, alt: A cat}\n---\n# A");
        api.post("/api/v1/stories/collect", "");

        String url = ApiClient.json(api.get("/api/v1/stories?url=https://digest.example.org/a"))
                .at("/image/url")
                .asString();
        String path = URI.create(url).getPath();

        assertThat(url).matches("https://digest\\.example\\.org/pictures/[0-9a-f]{64}\\.jpg");
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/pictures/" + "0".repeat(64) + ".jpg").statusCode()).isEqualTo(404);
        assertThat(get("/pictures/cat.jpg").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }
}
