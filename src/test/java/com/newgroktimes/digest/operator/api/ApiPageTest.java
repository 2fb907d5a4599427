package com.newgroktimes.digest.operator.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
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

    /** A word as a shell takes it: pieces in single quotes, in double quotes, or bare, with nothing between them. */
    private static final Pattern WORD = Pattern.compile("(?s)(?:'[^']*'|\"[^\"]*\"|\\\\\\n|[^\\s'\"\\\\])+");

    private static final Pattern PIECE = Pattern.compile("(?s)'([^']*)'|\"([^\"]*)\"|\\\\\\n|([^\\s'\"\\\\]+)");

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
        String command = commands().get(commands().size() - 1);

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

    /** The few options of curl that the page uses. */
    private HttpResponse<String> run(String command) throws IOException {
        Iterator<String> words = words(command).iterator();
        String url = "";
        String method = "";
        byte[] body = {};
        List<String> headers = new ArrayList<>();
        assertThat(words.next()).isEqualTo("curl");
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-X" -> method = words.next();
                case "-H" -> headers.addAll(List.of(words.next().split(": ", 2)));
                case "-d" -> body = words.next().getBytes(StandardCharsets.UTF_8);
                case "-T" -> body = Files.readAllBytes(Path.of(words.next()));
                default -> url = word;
            }
        }
        String verb = method.isEmpty() ? body.length == 0 ? "GET" : "POST" : method;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(verb, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .headers(headers.toArray(String[]::new));
        return api.send(request);
    }

    private List<String> words(String command) {
        Map<String, String> variables = variables();
        return WORD.matcher(command)
                .results()
                .map(word -> unquoted(word.group(), variables))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String unquoted(String word, Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        for (Matcher piece = PIECE.matcher(word); piece.find(); ) {
            if (piece.group(1) != null) {
                text.append(piece.group(1));
            } else if (piece.group(2) != null || piece.group(3) != null) {
                text.append(set(piece.group(2) == null ? piece.group(3) : piece.group(2), variables));
            }
        }
        return text.toString();
    }

    private static String set(String text, Map<String, String> variables) {
        return Pattern.compile("\\$([A-Z]+)")
                .matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), "")));
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
