package com.newgroktimes.digest.operator.api;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.operator.Week;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ServiceUnderTest;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/api.md: whoever pastes its commands into a shell, from the first to the last, gets what it says. */
@DigestTest
class ApiPageTest {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```(json)?\\n(.*?)^```$");

    @Autowired
    private Stories stories;

    @Autowired
    private Readers readers;

    @LocalServerPort
    private int port;

    private ApiClient api;
    private List<String> blocks;

    @BeforeEach
    void open() throws IOException {
        api = new ApiClient(port);
        blocks = FENCED.matcher(Files.readString(Path.of("docs/api.md")))
                .results()
                .map(block -> block.group(2).strip())
                .toList();
    }

    @Test
    void everyCommandDoesWhatItSays() throws IOException {
        new Week(stories, readers).hasReaders("ada@example.org");
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String command : commands()) {
            answers.add(run(command));
        }

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202));
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .startsWith(201, 201)
                .contains(202);
        assertThat(ApiClient.json(answers.get(0)).get("status").asString()).isIn("NEXT", "IN");
    }

    @Test
    void everyAnswerThatIsShownIsTheAnswer() throws IOException {
        String shown = blocks.stream()
                .filter(block -> block.startsWith("{"))
                .findFirst()
                .orElseThrow();
        String command = commands().stream()
                .filter(one -> one.contains("import?dry-run=true"))
                .findFirst()
                .orElseThrow();

        assertThat(ApiClient.json(run(command))).isEqualTo(new JsonMapper().readTree(shown));
    }

    @Test
    void aStoryWithoutATldrWaitsUntilItIsPutWithOne() {
        String url = "\"url\": \"https://newgroktimes.example/moths\", \"headline\": \"Moths\"";

        JsonNode bare = put("{" + url + "}");
        JsonNode waiting = put("{" + url + ", \"bodyHtml\": \"<p>Ten thousand people counted. Nine were new.</p>\"}");
        JsonNode complete = put("{" + url + ", \"tldr\": \"People counted moths.\"}");

        assertThat(bare.get("status").asString()).isEqualTo("INCOMPLETE");
        assertThat(bare.get("tldrProposed").isNull()).isTrue();
        assertThat(waiting.get("status").asString()).isEqualTo("INCOMPLETE");
        assertThat(waiting.get("tldrProposed").asString()).startsWith("Ten thousand people counted.");
        assertThat(complete.get("status").asString()).isEqualTo("NEXT");
    }

    private JsonNode put(String story) {
        return ApiClient.json(api.send(api.request("/api/v1/stories")
                .PUT(BodyPublishers.ofString(story))
                .header("Content-Type", "application/json")));
    }

    private List<String> commands() {
        List<String> commands =
                blocks.stream().filter(block -> block.startsWith("curl ")).toList();
        assertThat(commands).hasSizeGreaterThan(6);
        return commands;
    }

    private HttpResponse<String> run(String command) throws IOException {
        return api.send(CurlCommand.request(command, variables()));
    }

    private Map<String, String> variables() {
        JsonNode edition = ApiClient.json(api.get("/api/v1/editions/1"));
        return Map.of(
                "URL",
                "http://localhost:" + port,
                "TOKEN",
                ServiceUnderTest.API_TOKEN,
                "NUMBER",
                "1",
                "HASH",
                edition.path("contentHash").asString(""),
                "RECIPIENTS",
                edition.path("recipients").asString(""));
    }
}
