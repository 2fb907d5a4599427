package com.newgroktimes.digest.operator.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ServiceUnderTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    /** Whether or not it says how long it is. */
    @Test
    void anInstructionLongerThanAnyCanBeIsRefused() {
        byte[] body = "{\"week\":\"%s\"}".formatted("2".repeat(64 * 1024)).getBytes(StandardCharsets.UTF_8);

        for (BodyPublisher sent : List.of(
                BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            HttpResponse<String> response =
                    api.send(api.request("/api/v1/editions").POST(sent).header("Content-Type", "application/json"));

            assertProblem(response, 413, "At most 65,536 bytes are taken here.");
        }
    }

    /** They are told while they still send, and find nobody who listens to the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"POST /api/v1/editions", "PUT /api/v1/stories", "POST /api/v1/subscriptions"})
    void whoSendsTwoGigabytesIsToldSoAtOnce(String door) throws IOException {
        String head =
                "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n[\""
                        .formatted(door, ServiceUnderTest.API_TOKEN, 1L << 31);
        byte[] piece = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            int pieces = 0;
            while (socket.getInputStream().available() == 0 && pieces < 1_000) {
                socket.getOutputStream().write(piece);
                pieces++;
            }

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .as("after %d pieces", pieces)
                    .isEqualTo("HTTP/1.1 413");
            assertThatThrownBy(() -> {
                        for (int more = 0; more < 1_000; more++) {
                            socket.getOutputStream().write(piece);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "send  | {\"recipients\": \"3\", \"contentHash\": \"x\"} | recipients | a whole number",
                "send  | {\"recipients\": 3.5, \"contentHash\": \"x\"} | recipients | a whole number",
                "send  | {\"recipients\": true, \"contentHash\": \"x\"} | recipients | a whole number",
                "send  | {\"recipients\": 3, \"contentHash\": 5} | contentHash | a text",
                "send  | {\"recipients\": 3, \"contentHash\": \"x\", \"at\": \"soon\"} | at | 2026-11-30T07:00:00Z",
                "send  | {\"recipients\": 3, \"contentHash\": \"x\", \"at\": 1795904000000} | at | 2026-11-30T07:00:00Z",
                "send  | {\"recipients\": 3, \"contentHash\": \"x\", \"at\": \"1795904000\"} | at | 2026-11-30T07:00:00Z",
                "send  | {\"recipients\": 3, \"contentHash\": \"x\", \"at\": \"\"} | at | 2026-11-30T07:00:00Z",
                "retry | {\"state\": \"LOST\", \"recipients\": 3} | state | WAITING, SENDING",
                "retry | {\"state\": 5, \"recipients\": 3} | state | WAITING, SENDING",
                "retry | {\"state\": \"UNKNOWN\", \"recipients\": 3, \"mayRepeat\": \"true\"} | mayRepeat | true or false",
                "retry | {\"state\": \"UNKNOWN\", \"recipients\": 3, \"mayRepeat\": 1} | mayRepeat | true or false",
            })
    void nothingIsTakenForWhatItIsNotAndTheAnswerSaysWhatItTakes(String act, String body, String field, String taken) {
        HttpResponse<String> response = api.post("/api/v1/editions/1/" + act, body);

        assertProblem(response, 400, "The field %s holds what cannot be read there".formatted(field));
        assertThat(ApiClient.json(response).get("detail").asString()).contains("it takes", taken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/editions         | {\"week\": \"last\", \"wek\": 1} | wek | week",
                "/api/v1/editions/1/send  | {\"Recipients\": 3} | Recipients | recipients, contentHash, at",
                "/api/v1/editions/1/retry | {\"mayrepeat\": true} | mayrepeat | state, recipients, mayRepeat",
            })
    void aFieldThatNoRequestHasIsNamedWithThoseItMayHave(String path, String body, String field, String known) {
        assertProblem(
                api.post(path, body),
                400,
                "%s is not a field of this request; it may have: %s.".formatted(field, known));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/editions/1/test  | {\"to\": [\"a@x.example\"], \"to\": [\"b@x.example\"]} | to",
                "/api/v1/editions/1/send  | {\"recipients\": 3, \"contentHash\": \"x\", \"recipients\": 4} | recipients",
            })
    void aFieldThatIsThereTwiceIsNamed(String path, String body, String field) {
        assertProblem(api.post(path, body), 400, "The body has the field %s twice (line 1, column ".formatted(field));
    }

    @Test
    void aFieldThatAStoryHasTwiceIsNamed() {
        HttpResponse<String> response = api.send(api.request("/api/v1/stories")
                .PUT(BodyPublishers.ofString("{\"headline\": \"A\", \"image\": {\"url\": \"a\", \"url\": \"b\"}}"))
                .header("Content-Type", "application/json"));

        assertProblem(response, 400, "The body has the field url twice (line 1, column ");
    }

    @Test
    void whoeverSignsUpMaySendMoreThanWeKnow() {
        HttpResponse<String> response =
                api.post("/api/v1/subscriptions", "{\"email\": \"ada@example.org\", \"campaign\": \"autumn\"}");

        assertThat(response.statusCode()).isEqualTo(202);
    }

    @Test
    void everyBodyOfAnOperatorIsReadToTheLetter() {
        List<Class<?>> bodies = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(getClass().getPackageName())
                        .stream()
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .flatMap(method -> Stream.of(method.getParameters()))
                        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                        .<Class<?>>map(Parameter::getType)
                        .toList();

        assertThat(bodies).hasSizeGreaterThan(2).allMatch(Instruction.class::isAssignableFrom);
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
    void aPlusThatBecameABlankIsExplained() {
        assertProblem(
                api.get("/api/v1/subscribers?email=ada+news@example.org"), 400, "A + in an address is written %2B");
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
