package com.newgroktimes.digest.operator.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ServiceUnderTest;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class ImportApiTest {

    private static final String IMPORT = "/api/v1/subscribers/import";
    private static final String COLUMNS = "email,state,confirmed_at,evidence\n";

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(port);
    }

    @Test
    void theAnswerHasThePromisedShape() {
        HttpResponse<String> response =
                post(IMPORT, "text/csv", COLUMNS + "ada@example.org,CONFIRMED,2024-03-01,By letter\nnobody,,,\n");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = ApiClient.json(response);
        assertThat(answer.propertyNames())
                .startsWith("read", "added", "changed", "unchanged")
                .contains("leftOut");
        assertThat(answer.get("read").asInt()).isEqualTo(2);
        assertThat(answer.get("added").asInt()).isEqualTo(1);
        assertThat(answer.get("leftOut").get(0).propertyNames()).containsExactly("line", "reason");
        assertThat(answer.get("leftOut").get(0).get("line").asInt()).isEqualTo(3);
        assertThat(readers.find("ada@example.org").onTheList()).isTrue();
    }

    @Test
    void aDryRunChangesNothing() {
        for (String how : List.of("?dry-run=true", "?dry-run")) {
            HttpResponse<String> response = post(IMPORT + how, "text/csv", COLUMNS + "ada@example.org,,,\n");

            assertThat(ApiClient.json(response).get("added").asInt()).isEqualTo(1);
            assertThat(readers.knows("ada@example.org")).isFalse();
        }
    }

    @Test
    void theSampleIsAnsweredAsTheReferenceSays() throws IOException {
        JsonNode answer = ApiClient.json(
                post(IMPORT + "?dry-run=true", "text/csv", Files.readString(Path.of("samples/readers.csv"))));

        assertThat(Files.readString(Path.of("docs/api.md")).replaceAll("\\s", ""))
                .contains(answer.toString().replaceAll("\\s", ""));
    }

    @Test
    void aSlipInTheWordForADryRunIsNoImport() {
        for (String how : List.of("?dryrun=true", "?dry_run=true", "?dry-run=ture")) {
            HttpResponse<String> response = post(IMPORT + how, "text/csv", COLUMNS + "ada@example.org,,,\n");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("dry-run=true");
        }
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void onlyCsvInUtf8IsTaken() {
        for (String type : List.of("application/json", "text/plain", "text/csv;charset=iso-8859-1")) {
            HttpResponse<String> response = post(IMPORT, type, COLUMNS + "ada@example.org,,,\n");

            assertThat(response.statusCode()).isEqualTo(415);
            assertThat(ApiClient.json(response).get("detail").asString()).contains("text/csv");
        }
        assertThat(post(IMPORT, "text/csv; charset=utf-8; header=present", "email\n")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFileThatCannotBeReadOnIsAProblemThatNamesItsLine() {
        HttpResponse<String> response = post(IMPORT, "text/csv", "email\nada@example.org\n\"ben@example.org\n");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = ApiClient.json(response);
        assertThat(problem.get("line").asInt()).isEqualTo(3);
        assertThat(problem.get("detail").asString()).contains("line 3", "1 added", "Send the whole file again");
    }

    @Test
    void whoShowsNoTokenIsToldBeforeTheFileIsRead() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            head(socket, "Authorization: Bearer wrong", 1_000_000_000);

            assertThat(firstLine(socket)).contains(" 401 ");
        }
    }

    @Test
    void aCutConnectionLeavesNoHalfAddressAndSendingAgainCompletesIt() throws IOException {
        String file = "email\n" + "x@example.org\n" + lines(0, 1_200) + "zoe@example.org.test\n";
        String sent = file.substring(0, file.length() - ".test\n".length());
        try (Socket socket = new Socket("localhost", port)) {
            head(socket, "Authorization: Bearer " + ServiceUnderTest.API_TOKEN, file.length());
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
        eventually("what came whole is taken", () -> count() == 1_201);
        assertThat(readers.knows("zoe@example.org")).isFalse();

        JsonNode again = ApiClient.json(post(IMPORT, "text/csv", file));

        assertThat(again.get("added").asInt()).isEqualTo(1);
        assertThat(again.get("unchanged").asInt()).isEqualTo(1_201);
        assertThat(count()).isEqualTo(1_202);
    }

    @Test
    void importsAtOnceAmongSignUpsAndDeparturesCountEachReaderOnce() {
        var ada = readers.confirmed("reader7@list.example");
        String forwards = "email\n" + lines(0, 3_000);
        String backwards = "email\n"
                + IntStream.range(0, 3_000)
                        .mapToObj(i -> "reader" + (2_999 - i) + "@list.example\n")
                        .reduce("", String::concat);

        var one = CompletableFuture.supplyAsync(() -> post(IMPORT, "text/csv", forwards));
        var other = CompletableFuture.supplyAsync(() -> post(IMPORT, "text/csv", backwards));
        subscribers.leave(ada.id(), "test");
        for (int i = 0; i < 3_000; i += 100) {
            readers.waiting("reader" + i + "@list.example");
        }
        JsonNode first = ApiClient.json(one.join());
        JsonNode second = ApiClient.json(other.join());

        assertThat(count()).isEqualTo(3_000);
        assertThat(readers.find("reader7@list.example"))
                .satisfies(left -> assertThat(left.onTheList()).isFalse());
        for (JsonNode answer : List.of(first, second)) {
            assertThat(answer.get("read").asInt()).as(answer.toString()).isEqualTo(3_000);
        }
        long imported = database.sql("select count(*) from evidence where what like 'imported%'")
                .query(Long.class)
                .single();
        assertThat(first.get("added").asLong() + second.get("added").asLong())
                .isEqualTo(imported)
                .isLessThanOrEqualTo(2_999);
    }

    @Test
    void aLongListStreamsThrough() {
        int lines = 200_000;
        Stream<String> file = Stream.concat(
                Stream.of(COLUMNS),
                IntStream.range(0, lines)
                        .mapToObj(i -> i % 1_000 == 999
                                ? "not an address,,,\n"
                                : "reader%d@list.example,CONFIRMED,2024-03-01,\"Form, front page\"%n"
                                        .formatted(i % 100_000 == 1 ? 1 : i)));

        JsonNode answer = streams(file.map(line -> line.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.get("read").asInt()).isEqualTo(lines);
        assertThat(answer.get("added").asInt()).isEqualTo(199_799);
        assertThat(answer.get("unchanged").asInt()).isEqualTo(1);
        assertThat(answer.get("leftOut").size()).isEqualTo(200);
        assertThat(database.sql("select count(*) from reader").query(Long.class).single())
                .isEqualTo(199_799);
    }

    /** Of a system that keeps long notes about its readers, which nothing here reads. */
    @Test
    void aFileOfTwoGigabytesStreamsThrough() {
        int lines = 2_200;
        String columns = IntStream.range(0, 64).mapToObj(",note%d"::formatted).collect(Collectors.joining());
        byte[] notes = (",\"" + "a note, and another one. ".repeat(600) + '"')
                .repeat(64)
                .getBytes(StandardCharsets.UTF_8);
        Stream<byte[]> file = Stream.concat(
                Stream.of(("email,subscribed_to_emails,complimentary_plan" + columns).getBytes(StandardCharsets.UTF_8)),
                IntStream.range(0, lines)
                        .boxed()
                        .flatMap(i -> Stream.of(
                                "\nreader%d@list.example,true,false"
                                        .formatted(i)
                                        .getBytes(StandardCharsets.UTF_8),
                                notes)));

        JsonNode answer = streams(file);

        assertThat((long) lines * notes.length).isGreaterThan(2_000_000_000L);
        assertThat(answer.path("added").asInt()).as(answer.toString()).isEqualTo(lines);
        assertThat(count()).isEqualTo(lines);
    }

    @SuppressWarnings("JdkObsolete") // a SequenceInputStream takes nothing but an Enumeration
    private JsonNode streams(Stream<byte[]> file) {
        Iterator<byte[]> parts = file.iterator();
        var body = new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(parts.next());
            }
        });
        return ApiClient.json(api.send(api.request(IMPORT)
                .POST(BodyPublishers.ofInputStream(() -> body))
                .header("Content-Type", "text/csv")));
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return api.send(api.request(path).POST(BodyPublishers.ofString(body)).header("Content-Type", type));
    }

    private static String lines(int from, int to) {
        var lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append("reader").append(i).append("@list.example\n");
        }
        return lines.toString();
    }

    private long count() {
        return database.sql("select count(*) from subscriber").query(Long.class).single();
    }

    private static void head(Socket socket, String authorization, int length) throws IOException {
        OutputStream out = socket.getOutputStream();
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n"
                        .formatted(IMPORT, authorization, length);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\n';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
