package com.newgroktimes.digest.operator.api;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.testing.DigestTest;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class StoriesApiTest {

    private static final String URL = "https://news.example/chips";

    private static final String STORY = """
            {"url": "https://news.example/chips", "section": "Technology", "headline": "A chip cluster wakes up",
             "tldr": "Two sentences. In short.", "msmPerspective": "A triumph of planning.",
             "xPerspective": "A triumph of spending.", "bodyHtml": "<p>It hums [1].</p>", "byline": "DAVID CHEN",
             "place": "Beijing", "lang": "en", "publishedAt": "2026-11-24T09:30:00Z", "image": {"url": null, "alt": "A hall"},
             "newsSources": [{"url": "https://wire.example/chips", "title": "Harbour Wire"}],
             "xPosts": [{"url": "https://x.com/gridwatcher/status/1", "text": "it hums"}]}
            """;

    private static final String PRINTED = """
            The New Grok Times
            Science
            The moths: a count
            A white sheet
            New Grok Times
            TL;DR
            Up.
            One night [1].
            -- MAREN OLT, Little Harbour
            News Sources
            [1] https://moths.example/count
            [2] Lamp Weekly
            """;

    @LocalServerPort
    private int port;

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(port);
    }

    @Test
    void aStoryIsAddedThenReplacedAndShownInItsWholeShape() {
        HttpResponse<String> added = put(STORY);
        HttpResponse<String> replaced = put(STORY.replace("wakes up", "wakes up again"));

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(replaced.statusCode()).isEqualTo(200);
        JsonNode story = ApiClient.json(one(URL));
        assertThat(story.propertyNames())
                .containsExactly(
                        "url",
                        "section",
                        "headline",
                        "tldr",
                        "tldrProposed",
                        "msmPerspective",
                        "xPerspective",
                        "bodyHtml",
                        "byline",
                        "place",
                        "lang",
                        "publishedAt",
                        "image",
                        "newsSources",
                        "xPosts",
                        "status",
                        "edition",
                        "why",
                        "firstSeen");
        assertThat(story.get("headline").asString()).isEqualTo("A chip cluster wakes up again");
        assertThat(story.get("publishedAt").asString()).isEqualTo("2026-11-24T09:30:00Z");
        assertThat(story.at("/newsSources/0/n").asInt()).isEqualTo(1);
        assertThat(story.at("/xPosts/0/n").asInt()).isEqualTo(2);
        assertThat(story.get("status").asString()).isEqualTo("NEXT");
        assertThat(story.get("edition").isNull()).isTrue();
        assertThat(story.get("firstSeen").asString()).isEqualTo("2026-11-25T10:00:00Z");
    }

    @Test
    void whatIsShownCanBePutBack() {
        put(STORY);

        HttpResponse<String> back = put(one(URL).body());

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(back)).isEqualTo(ApiClient.json(one(URL)));
    }

    @Test
    void thoseOfAWeekThatAreSoughtAreListed() {
        put(STORY);
        put(
                "{\"url\": \"https://news.example/docks\", \"headline\": \"The queue\", \"section\": \"Trade\", \"place\": \"Kiel\"}");

        assertThat(listed("")).containsExactly("chips", "docks");
        assertThat(listed("status=INCOMPLETE")).containsExactly("docks");
        assertThat(listed("section=Technology")).containsExactly("chips");
        assertThat(listed("source=api&text=KIEL")).containsExactly("docks");
        assertThat(listed("source=chips.md")).isEmpty();
        assertThat(listed("status=&text=")).containsExactly("chips", "docks");
        assertThat(api.get("/api/v1/stories?status=NOWHERE").statusCode()).isEqualTo(400);
    }

    private List<String> listed(String sought) {
        return ApiClient.json(api.get("/api/v1/stories?" + sought))
                .valueStream()
                .map(story -> story.get("url").stringValue().replace("https://news.example/", ""))
                .toList();
    }

    @Test
    void eachStoryOfAnArrayIsAnsweredForAndABadOneCostsOnlyItself() {
        String array = "[%s, {\"url\": \"https://news.example/none\"}, 7, %s]"
                .formatted(STORY, STORY.replace("chips\", \"section", "ships\", \"section"));

        HttpResponse<String> response = put(array);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode results = ApiClient.json(response);
        assertThat(results.valueStream().map(result -> result.get("status").asInt()))
                .containsExactly(201, 422, 422, 201);
        assertThat(results.at("/1/url").asString()).isEqualTo("https://news.example/none");
        assertThat(results.at("/1/problem/field").asString()).isEqualTo("headline");
        assertThat(results.at("/0/problem").isNull()).isTrue();
        assertThat(one("https://news.example/ships").statusCode()).isEqualTo(200);
        assertThat(one("https://news.example/none").statusCode()).isEqualTo(404);
    }

    @Test
    void aThousandStoriesAreTakenAtOnceAndNoMore() {
        assertThat(put(array(1_001)).statusCode()).isEqualTo(413);
        assertThat(one("https://news.example/0").statusCode()).isEqualTo(404);

        assertThat(put(array(1_000)).statusCode()).isEqualTo(200);
        assertThat(one("https://news.example/999").statusCode()).isEqualTo(200);
    }

    private static String array(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "{\"url\": \"https://news.example/%d\", \"headline\": \"A\"}".formatted(i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'headline': 'A'}                                    | 422 | url",
                "{'url': 'https://news.example/a', 'headlin': 'A'}    | 422 | headlin",
                "{'url': 'https://news.example/a', 'headline': ['A']} | 422 | headline",
                "{'url': 'https://news.example/a', 'headline': 'A', 'image': {'url': 'https://digest.example.org/pictures/%s.jpg'}} | 422 | image.url",
                "7                                                    | 422 | story",
                "{'url':                                              | 400 |",
                "''                                                   | 422 | story",
            })
    void whatIsNoStoryIsRefusedByItsField(String body, int status, String field) {
        HttpResponse<String> response = put(body.replace('\'', '"').replace("%s", "0".repeat(64)));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(ApiClient.json(response).path("field").asString(null)).isEqualTo(field);
    }

    @Test
    void aStoryThatIsTooLargeIsNotTaken() {
        HttpResponse<String> response = put(STORY.replace("It hums", "a".repeat(1_000_000)));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(one(URL).statusCode()).isEqualTo(404);
    }

    @Test
    void aPrintedArticleIsPutUnderTheAddressAndTimeThatAreGiven() {
        HttpResponse<String> response =
                putPrinted(PRINTED, "?url=" + encoded(URL) + "&publishedAt=2026-11-24T09:30:00Z");

        assertThat(response.statusCode()).isEqualTo(201);
        JsonNode story = ApiClient.json(response);
        assertThat(story.get("headline").asString()).isEqualTo("The moths: a count");
        assertThat(story.get("place").asString()).isEqualTo("Little Harbour");
        assertThat(story.get("publishedAt").asString()).isEqualTo("2026-11-24T09:30:00Z");
        assertThat(story.at("/problems/0/what").asString()).isEqualTo("[2] has no address: \"Lamp Weekly\".");
    }

    @Test
    void aPrintedArticleNeedsAnAddressAHeadlineAndATimeThatCanBeRead() {
        assertThat(putPrinted(PRINTED, "").statusCode()).isEqualTo(400);
        assertThat(putPrinted("TL;DR: Up.", "?url=" + encoded(URL)).statusCode())
                .isEqualTo(422);
        assertThat(putPrinted(PRINTED, "?url=nowhere").statusCode()).isEqualTo(422);
        assertThat(putPrinted(PRINTED, "?url=" + encoded(URL) + "&publishedAt=soon")
                        .statusCode())
                .isEqualTo(422);
        assertThat(one(URL).statusCode()).isEqualTo(404);
    }

    @Test
    void aTextIsReadInItsOwnCharset() {
        HttpResponse<String> response = api.send(api.request("/api/v1/stories?url=" + encoded(URL))
                .PUT(BodyPublishers.ofString(
                        "Société\nLa lampe des papillons brûle encore", StandardCharsets.ISO_8859_1))
                .header("Content-Type", "text/plain;charset=ISO-8859-1"));

        assertThat(ApiClient.json(response).get("section").asString()).isEqualTo("Société");
        assertThat(api.send(api.request("/api/v1/stories?url=" + encoded(URL))
                                .PUT(BodyPublishers.ofString("Société", StandardCharsets.ISO_8859_1))
                                .header("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aWeekListsItsStoriesOldestFirst() {
        put(STORY);
        put(STORY.replace("chips\", \"section", "ships\", \"section").replace("-24T09", "-23T09"));
        put(STORY.replace("chips\", \"section", "slips\", \"section").replace("-24T09", "-20T09"));

        assertThat(urls("week=current")).containsExactly("https://news.example/ships", URL);
        assertThat(urls("week=2026-W48")).containsExactly("https://news.example/ships", URL);
        assertThat(urls("week=last")).containsExactly("https://news.example/slips");
        assertThat(api.get("/api/v1/stories?week=soon").statusCode()).isBetween(400, 422);
    }

    @Test
    void aListIsReadOnFromItsPlaceWhereItsLastStoryIsSoughtNoMore() {
        put(array(1_000));
        put("{\"url\": \"https://news.example/last\", \"headline\": \"A\"}");
        HttpResponse<String> first = api.get("/api/v1/stories?week=current&status=INCOMPLETE");
        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>; rel=\"next\"", "$1");

        delete(ApiClient.json(first).get(999).get("url").stringValue());

        assertThat(listed(next.replaceFirst(".*\\?", ""))).containsExactly("last");
        assertThat(api.get("/api/v1/stories?after=999").statusCode()).isEqualTo(400);
    }

    private java.util.List<String> urls(String query) {
        return ApiClient.json(api.get("/api/v1/stories?" + query))
                .valueStream()
                .map(story -> story.get("url").asString())
                .toList();
    }

    @Test
    void aStoryIsWithdrawnAndStaysToBeSeen() {
        put(STORY);

        assertThat(delete(URL + "?utm_source=x").statusCode()).isEqualTo(204);
        assertThat(delete(URL).statusCode()).isEqualTo(204);
        assertThat(ApiClient.json(one(URL)).get("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(delete("https://news.example/none").statusCode()).isEqualTo(404);
        assertThat(delete("none").statusCode()).isEqualTo(400);
    }

    @Test
    void aStoryWithoutTldrIsListedAsIncompleteWithOneProposed() {
        put("{\"url\": \"%s\", \"headline\": \"A\", \"bodyHtml\": \"<p>It hums [1]. So be it.</p>\"}".formatted(URL));

        JsonNode story = ApiClient.json(one(URL));
        assertThat(story.get("status").asString()).isEqualTo("INCOMPLETE");
        assertThat(story.get("tldrProposed").asString()).isEqualTo("It hums. So be it.");
    }

    private HttpResponse<String> one(String url) {
        return api.get("/api/v1/stories?url=" + encoded(url));
    }

    private HttpResponse<String> delete(String url) {
        return api.send(api.request("/api/v1/stories?url=" + encoded(url)).DELETE());
    }

    private HttpResponse<String> put(String json) {
        return api.send(api.request("/api/v1/stories")
                .PUT(BodyPublishers.ofString(json))
                .header("Content-Type", "application/json"));
    }

    private HttpResponse<String> putPrinted(String text, String query) {
        return api.send(api.request("/api/v1/stories" + query)
                .PUT(BodyPublishers.ofString(text))
                .header("Content-Type", "text/plain"));
    }

    private static String encoded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8);
    }
}
