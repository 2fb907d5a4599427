package com.newgroktimes.digest.operator.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.testing.DigestTest;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class StoryReadingApiTest {

    @LocalServerPort
    private int port;

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(port);
    }

    @Test
    void aPrintedArticleIsReadAndNotStored() {
        HttpResponse<String> response = read("text/plain", """
                Science
                The moths: a count
                One night. Two nights.
                -- MAREN OLT
                News Sources
                [1] https://moths.example/count
                [2] Lamp Weekly
                """);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode body = ApiClient.json(response);
        assertThat(body.at("/stories/0/headline").asString()).isEqualTo("The moths: a count");
        assertThat(body.at("/stories/0/tldr").isNull()).isTrue();
        assertThat(body.at("/stories/0/tldrProposed").asString()).isEqualTo("One night. Two nights.");
        assertThat(body.at("/stories/0/newsSources/0/url").asString()).isEqualTo("https://moths.example/count");
        assertThat(body.at("/problems/0/field").asString()).isEqualTo("newsSources[1].url");
        assertThat(body.at("/problems/0/what").asString()).isEqualTo("[2] has no address: \"Lamp Weekly\".");
        assertThat(api.get("/api/v1/stories?url=https://news.example/a").statusCode())
                .isEqualTo(404);
    }

    @Test
    void markdownIsReadWithItsFrontMatter() {
        JsonNode body = ApiClient.json(read("text/markdown", "---\nsection: Science\n---\n# Moths\n\nUp."));

        assertThat(body.at("/stories/0/section").asString()).isEqualTo("Science");
        assertThat(body.at("/stories/0/headline").asString()).isEqualTo("Moths");
        assertThat(body.at("/stories/0/bodyHtml").asString()).isEqualTo("<p>Up.</p>");
        assertThat(body.get("problems").isEmpty()).isTrue();
    }

    @Test
    void whatWasNotFoundIsNullAndNamedWhereAStoryNeedsIt() {
        JsonNode body = ApiClient.json(read("text/plain", ""));

        assertThat(body.at("/stories/0/headline").isNull()).isTrue();
        assertThat(body.at("/problems/0/field").asString()).isEqualTo("headline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/markdown", "text/plain"})
    void aPictureBesideTheFileIsNotWrongAndNotLookedFor(String type) {
        JsonNode body = ApiClient.json(read(type, """
                ---
                image:
                  url: pictures/moth.jpg
                  alt: A moth at a lamp
                ---
                Moths
                """));

        assertThat(body.at("/stories/0/image/alt").asString()).isEqualTo("A moth at a lamp");
        assertThat(body.at("/stories/0/image/url").isNull()).isTrue();
        assertThat(body.get("problems")
                        .valueStream()
                        .filter(problem -> problem.get("field").asString().equals("image.url")))
                .extracting(problem -> problem.get("what").asString())
                .containsExactly(
                        "In the stories folder, the picture would be looked for beside the file, as \"pictures/moth.jpg\"."
                                + " Here is no folder, so it was not.");
    }

    @Test
    void ofVeryManyProblemsTheFirstAreToldAndHowManyMoreThereAre() {
        String sources = IntStream.rangeClosed(1, 103)
                .mapToObj("[%d] Lamp Weekly\n"::formatted)
                .collect(Collectors.joining());

        JsonNode body = ApiClient.json(read("text/plain", "Science\nMoths\nUp.\nNews Sources\n" + sources));

        assertThat(body.get("problems").size()).isEqualTo(100);
        assertThat(body.get("problems").valueStream())
                .allSatisfy(
                        problem -> assertThat(problem.get("field").asString()).isNotEmpty());
        assertThat(body.get("more").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whereAllAreToldNothingIsSaidOfMore() {
        assertThat(ApiClient.json(read("text/plain", "")).has("more")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/pdf"})
    void anotherKindOfDocumentIsRefusedAndSaysWhatIsRead(String type) {
        HttpResponse<String> response = read(type, "<html></html>");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains(type, "text/plain", "text/markdown", "text/html", "application/rss+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/rss+xml; charset=macintosh",
                "text/xml; charset=x-unheard-of",
                "text/html",
                "application/octet-stream"
            })
    void aFeedIsReadHoweverItIsLabelledAsItIsWhereItIsFetched(String type) {
        HttpResponse<String> response = read(
                type,
                "<?xml version='1.0'?><rss><channel><item><title>Moths</title><link>/m</link></item></channel></rss>");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(response).at("/stories/0/headline").asString())
                .isEqualTo("Moths");
    }

    @Test
    void aPageIsReadInWhicheverCharsetItIsSaidToBe() {
        HttpResponse<String> response = read("text/html; charset=macintosh", "<h1>Moths</h1><p>Up they went.</p>");

        assertThat(ApiClient.json(response).at("/stories/0/headline").asString())
                .isEqualTo("Moths");
        assertThat(read("text/plain; charset=x-unheard-of", "Moths").body())
                .contains("names a charset that is not known here");
    }

    @Test
    void ofAFeedEachStoryIsReadAndEachProblemSaysOfWhich() {
        HttpResponse<String> response = read("application/rss+xml", """
                <rss version="2.0"><channel><title>Lamp Weekly</title>
                <item><title>Moths &amp;amp; lamps</title><link>/moths</link><description>Up they went.</description></item>
                <item><title>Late</title><link>/late</link><pubDate>some day</pubDate></item>
                </channel></rss>
                """);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode body = ApiClient.json(response);
        assertThat(body.at("/stories/0/headline").asString()).isEqualTo("Moths & lamps");
        assertThat(body.at("/stories/0/url").asString()).isEqualTo("https://news.example/moths");
        assertThat(body.at("/stories/0/tldrProposed").asString()).isEqualTo("Up they went.");
        assertThat(body.at("/stories/1/publishedAt").isNull()).isTrue();
        assertThat(body.at("/problems/0/field").asString()).isEqualTo("stories[1].publishedAt");
    }

    @Test
    void aPageIsReadAsOneStory() {
        JsonNode body = ApiClient.json(read("text/html", """
                <html lang="en"><head><title>Moths | Lamp Weekly</title><link rel="canonical" href="/moths"></head>
                <body><nav>Home</nav><article><h1>Moths</h1><p>Up they went, and nobody had told them to.</p></article></body></html>
                """));

        assertThat(body.get("stories").size()).isEqualTo(1);
        assertThat(body.at("/stories/0/url").asString()).isEqualTo("https://news.example/moths");
        assertThat(body.at("/stories/0/headline").asString()).isEqualTo("Moths");
        assertThat(body.at("/stories/0/bodyHtml").asString())
                .isEqualTo("<p>Up they went, and nobody had told them to.</p>");
        assertThat(body.get("problems").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>No.</body></html>", "<opml/>", "", "moths"})
    void whatIsCalledAFeedAndIsNoneIsRefusedAndSaysWhatItIs(String body) {
        HttpResponse<String> response = read("application/rss+xml", body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("The document is no feed");
    }

    /** The answer must not be lost to a line that breaks while the rest is still being sent. */
    @Test
    void whoSendsFarTooMuchIsToldSo() {
        HttpResponse<String> response = read("text/html", "a".repeat(24_000_000));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("At most 16,000,000 bytes are taken here.");
    }

    @Test
    void whatSaysNotWhatItIsIsAskedToSaySo() {
        HttpResponse<String> response =
                api.send(api.request("/api/v1/stories/read").POST(BodyPublishers.ofString("Moths")));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("The header Content-Type is missing.")
                .doesNotContain("null");
    }

    private HttpResponse<String> read(String type, String body) {
        return api.send(api.request("/api/v1/stories/read?url=https://news.example/a")
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", type));
    }
}
