package com.newgroktimes.digest.operator.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.testing.DigestTest;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class AskApiTest {

    private static final String ASK = "/api/v1/subscribers/ask";

    @LocalServerPort
    private int port;

    private ApiClient api;

    @BeforeEach
    void bring() {
        api = new ApiClient(port);
        api.send(api.request("/api/v1/subscribers/import")
                .POST(BodyPublishers.ofString("email\nada@example.org\nben@example.org\n"))
                .header("Content-Type", "text/csv"));
    }

    @Test
    void itTellsHowFarItIs() {
        JsonNode before = ApiClient.json(api.get(ASK + "?import=1"));
        HttpResponse<String> begun = api.post(ASK, "{\"import\": 1, \"recipients\": 2}");

        assertThat(before.get("waiting").asLong()).isEqualTo(2);
        assertThat(before.get("asking").isNull()).isTrue();
        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(ApiClient.json(begun).propertyNames())
                .containsExactly(
                        "number",
                        "import",
                        "state",
                        "by",
                        "began",
                        "recipients",
                        "asked",
                        "leftOut",
                        "left",
                        "perMinute");
        eventually(
                "all are asked",
                () -> ApiClient.json(api.get(ASK))
                        .at("/asking/state")
                        .asString()
                        .equals("DONE"));
        assertThat(ApiClient.json(api.get(ASK)).at("/asking/asked").asLong()).isEqualTo(2);
        assertThat(ApiClient.json(api.get(ASK)).at("/waiting").asLong()).isZero();
        assertThat(api.post(ASK + "/stop", "").statusCode()).isEqualTo(409);
    }

    @Test
    void anotherNumberIsAnsweredWithBoth() {
        HttpResponse<String> response = api.post(ASK, "{\"import\": 1, \"recipients\": 3}");

        assertThat(response.statusCode()).isEqualTo(409);
        JsonNode both = ApiClient.json(response).get("recipients");
        assertThat(both.get("expected").asLong()).isEqualTo(3);
        assertThat(both.get("actual").asLong()).isEqualTo(2);
    }

    @Test
    void whatIsNotUnderstoodAsksNobody() {
        assertThat(api.post(ASK, "{\"imports\": 1, \"recipients\": 2}").statusCode())
                .isEqualTo(400);
        assertThat(api.post(ASK, "{\"import\": 1}").statusCode()).isBetween(400, 422);
        assertThat(api.post(ASK, "{\"import\": 7, \"recipients\": 2}").statusCode())
                .isEqualTo(404);
        assertThat(ApiClient.json(api.get(ASK)).get("asking").isNull()).isTrue();
    }
}
