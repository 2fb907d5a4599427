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

/** RFC 9457, for whatever goes wrong before a controller has its say. */
@DigestTest
class ApiFaultsTest {

    @LocalServerPort
    private int port;

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(port);
    }

    @Test
    void anAddressWithNothingBehindItIsNotFound() {
        assertProblem(api.get("/api/v1/nothing"), 404, "There is nothing at /api/v1/nothing.");
    }

    @Test
    void aMethodThatIsNotPossibleNamesThoseThatAre() {
        HttpResponse<String> response = api.send(api.request("/api/v1/editions").DELETE());

        assertProblem(response, 405, "DELETE /api/v1/editions is not possible.");
        assertThat(response.headers().firstValue("Allow").orElseThrow().split(", ?"))
                .contains("GET", "POST");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        HttpResponse<String> response = api.send(api.request("/api/v1/editions")
                .POST(BodyPublishers.ofString("week=last"))
                .header("Content-Type", "application/x-www-form-urlencoded"));

        assertProblem(response, 415, "takes no body of the type application/x-www-form-urlencoded");
        assertThat(response.body()).contains("application/json");
    }

    @Test
    void anAnswerThatNobodyAcceptsIsNotMade() {
        HttpResponse<String> response = api.send(api.request("/api/v1/editions").header("Accept", "image/png"));

        assertProblem(response, 406, "cannot answer in any type that the header Accept allows");
    }

    @Test
    void brokenJsonIsNamedByItsPlace() {
        assertProblem(api.post("/api/v1/editions", "{\"week\": "), 400, "not the JSON that this address takes (line 1");
    }

    @Test
    void aFieldOfTheWrongKindIsNamed() {
        HttpResponse<String> response =
                api.post("/api/v1/editions/1/send", "{\"recipients\": \"many\", \"contentHash\": \"x\"}");

        assertProblem(response, 400, "The field recipients holds what cannot be read there");
    }

    @Test
    void aMissingBodyIsNamed() {
        assertProblem(api.post("/api/v1/editions", ""), 400, "The body is missing or cannot be read.");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertProblem(api.post("/api/v1/editions", "{}"), 400, "The body has no \"week\".");
    }

    @Test
    void aMissingParameterIsNamed() {
        assertProblem(api.get("/api/v1/subscribers"), 400, "needs the parameter email");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertProblem(api.get("/api/v1/editions/twelve"), 400, "\"twelve\" is no number");
    }

    @Test
    void whatTheFirewallRefusesIsAProblemToo() {
        assertProblem(api.get("/api/v1/editions/;week=last"), 400, "The request was refused as it stands.");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = ApiClient.json(response);
        assertThat(problem.get("type").asString()).isEqualTo("about:blank");
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).contains(detail);
        assertThat(problem.get("instance").asString())
                .isEqualTo(response.request().uri().getPath());
    }
}
