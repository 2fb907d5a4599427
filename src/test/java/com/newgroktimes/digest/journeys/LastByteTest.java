package com.newgroktimes.digest.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.RawConnection;
import com.newgroktimes.digest.testing.ScriptedRelay;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.Spellings;
import com.newgroktimes.digest.testing.Visitor;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static com.newgroktimes.digest.testing.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

/** A real process with a PostgreSQL of its own. Whoever was everywhere is erased, and then looked for in every byte that is left. */
class LastByteTest {

    private static final String ADDRESS = "Ada.Byron@letters.example.org";
    private static final String OTHERS = "eve@example.org";

    private final Spellings spellings = new Spellings(ADDRESS);
    private final ScriptedRelay relay = new ScriptedRelay();
    private final int port = ProcessSettings.freePort();
    private final ApiClient api = new ApiClient(port);
    private final Visitor browser = new Visitor(port);

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void nothingIsLeftOfWhomWasErased() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(new ProcessSettings(port, relay.port(), data).all())) {
            isTestedBeforeTheySignUp();
            isImported();
            joins(OTHERS);
            joins(ADDRESS);
            isMailedAnEdition();
            isRefusedALetter();
            anotherReaderLeaves();
            isRefusedAnEdition();
            asksInWaysThatAreNotUnderstood();
            leavesAndSaysWhy();
            assertThat(inTheDatabase()).isNotEmpty();
            assertThat(inTheFiles()).isNotEmpty();

            assertThat(erases().statusCode()).isEqualTo(204);

            assertThat(inTheDatabase()).isEmpty();
            within(
                    Duration.ofMinutes(1),
                    "nothing is on the disk",
                    () -> inTheFiles().isEmpty());
            assertThat(service.output()
                            .lines()
                            .filter(line -> spellings.in(line).isPresent()))
                    .isEmpty();
            eventually("it is noted", () -> service.output().contains("The data of subscriber"));
            assertThat(shown(OTHERS).get("state").asString()).isEqualTo("UNSUBSCRIBED");
            assertThat(shown(ADDRESS).get("suppressed").asString()).isEqualTo("ERASED");
        }
        assertThat(inTheFiles()).isEmpty();
    }

    private void isTestedBeforeTheySignUp() {
        isPublished("the-first", Instant.now().minus(Duration.ofDays(7)));
        assertThat(api.post("/api/v1/editions", "{\"week\":\"last\"}").statusCode())
                .isEqualTo(201);
        assertThat(api.post("/api/v1/editions/1/test", "{\"to\":[\"%s\"]}".formatted(ADDRESS))
                        .statusCode())
                .isEqualTo(200);
    }

    private void isImported() {
        String csv = "email,evidence\r\n%1$s,A letter from %1$s\r\n".formatted(ADDRESS);
        for (String path : List.of("/api/v1/subscribers/import?dry-run=true", "/api/v1/subscribers/import")) {
            assertThat(api.send(api.request(path)
                                    .POST(BodyPublishers.ofString(csv))
                                    .header("Content-Type", "text/csv"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private void joins(String address) {
        browser.posts(URI.create("/subscribe"), Map.of("email", address));
        String link = "https://digest.example.org" + lastLink(address, "/confirm/");
        browser.presses("Yes, start my digest", browser.opens(URI.create(link)));
        assertThat(shown(address).get("state").asString()).isEqualTo("CONFIRMED");
    }

    private void isMailedAnEdition() {
        sends(1, 2);
        assertThat(edition(1).get("deliveries").get("accepted").asInt()).isEqualTo(2);
    }

    private void isRefusedALetter() {
        relay.answers("RCPT", refusal());
        assertThat(api.post("/api/v1/subscriptions", "{\"email\":\"%s\"}".formatted(ADDRESS))
                        .statusCode())
                .isEqualTo(202);
        eventually(
                "the letter is refused",
                () -> shown(ADDRESS).get("evidence").toString().contains("mail refused"));
    }

    private void anotherReaderLeaves() {
        browser.posts(URI.create(lastLink(OTHERS, "/u/")), Map.of("via", "page"));
    }

    private void isRefusedAnEdition() {
        isPublished("the-second", Instant.now()); // an hour ago may be in the week before
        assertThat(api.post("/api/v1/editions", "{\"week\":\"current\"}").statusCode())
                .isEqualTo(201);
        relay.answers("RCPT", refusal());
        sends(2, 1);
        assertThat(edition(2).get("deliveries").get("refused").asInt()).isEqualTo(1);
        assertThat(api.get("/api/v1/editions/2/deliveries?state=REFUSED").body())
                .contains(ADDRESS);
    }

    /** What the container, the framework and the readers of bodies might put into the log. */
    private void asksInWaysThatAreNotUnderstood() {
        api.post("/api/v1/subscriptions", "{\"email\":\"" + ADDRESS);
        api.post("/api/v1/subscriptions", "{\"email\":{\"" + ADDRESS + "\":1}}");
        api.post("/api/v1/subscriptions", "{\"email\":\"<%s\"}".formatted(ADDRESS));
        api.post("/api/v1/editions/1/test", "{\"to\":\"" + ADDRESS + "\"}");
        api.post("/api/v1/editions/1/send", "{\"recipients\":\"" + ADDRESS + "\"}");
        api.get("/api/v1/editions/" + ADDRESS);
        api.get("/" + ADDRESS);
        browser.posts(URI.create("/subscribe"), Map.of("email", ADDRESS + "\0"));
        for (String target : List.of("/leave?email=" + ADDRESS + "%zz", "/leave?e{mail=\"" + ADDRESS + "\u0007")) {
            new RawConnection(port).asks("GET " + target + " HTTP/1.1", "Cookie: \u0007" + ADDRESS + "=x");
        }
    }

    private void leavesAndSaysWhy() {
        String link = lastLink(ADDRESS, "/u/");
        browser.posts(URI.create(link), Map.of("via", "page"));
        browser.posts(
                URI.create(link + "/why"),
                Map.of("why", "else", "words", "Write to " + ADDRESS + " by " + base64() + " instead."));
        assertThat(shown(ADDRESS).get("evidence").toString()).contains("said why: else Write to " + ADDRESS);
    }

    private HttpResponse<String> erases() {
        return api.post("/api/v1/subscribers/erase", "{\"email\":\"%s\"}".formatted(ADDRESS));
    }

    private static String refusal() {
        return "550 5.2.1 <%s> is off (%s, %s, %s)"
                .formatted(
                        ADDRESS,
                        base64(),
                        ADDRESS.replace("@", "=40"),
                        HexFormat.of().formatHex(ADDRESS.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64() {
        return Base64.getEncoder().encodeToString(ADDRESS.getBytes(StandardCharsets.UTF_8));
    }

    private void isPublished(String name, Instant at) {
        api.send(api.request("/api/v1/stories")
                .PUT(BodyPublishers.ofString("""
                        {"url": "https://newgroktimes.example/%1$s", "section": "World", "headline": "What happened in %1$s",
                         "tldr": "In short.", "msmPerspective": "So they say.", "xPerspective": "So they argue.",
                         "publishedAt": "%2$s"}
                        """.formatted(name, at)))
                .header("Content-Type", "application/json"));
    }

    private void sends(int number, int recipients) {
        JsonNode ready = edition(number);
        String approval = "{\"recipients\":%d,\"contentHash\":\"%s\"}"
                .formatted(recipients, ready.get("contentHash").asString());
        HttpResponse<String> answer = api.post("/api/v1/editions/" + number + "/send", approval);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        eventually(
                "edition " + number + " is sent",
                () -> edition(number).get("state").asString().startsWith("SENT"));
    }

    private JsonNode edition(int number) {
        return ApiClient.json(api.get("/api/v1/editions/" + number));
    }

    private JsonNode shown(String address) {
        return ApiClient.json(api.get("/api/v1/subscribers?email=" + address));
    }

    /** Of the last mail to this address that has one. */
    private String lastLink(String address, String path) {
        Pattern link = Pattern.compile("https://digest\\.example\\.org(" + path + "[A-Za-z0-9_-]+)");
        List<String> found = new ArrayList<>();
        eventually("a link to " + path + " for " + address, () -> {
            for (String mail : relay.messages()) {
                Matcher match = link.matcher(mail.replace("=\r\n", ""));
                if (mail.contains("To: " + address) && match.find()) {
                    found.add(match.group(1));
                }
            }
            return !found.isEmpty();
        });
        return found.get(found.size() - 1);
    }

    /** The tables in which it is, in whatever form: what a dump would hold. */
    private List<String> inTheDatabase() {
        JdbcClient database = database();
        return database.sql("""
                        select c.oid::regclass::text
                          from pg_class c
                         where c.relkind = 'r'
                           and c.relnamespace = 'public'::regnamespace
                        """).query(String.class).list().stream()
                .filter(table -> database.sql("select t::text from " + table + " t").query(String.class).list().stream()
                        .anyMatch(row -> spellings.in(row).isPresent()
                                || spellings.in(bytesIn(row)).isPresent()))
                .toList();
    }

    /** A dump writes bytes in hex. */
    private static byte[] bytesIn(String row) {
        return Pattern.compile("\\\\x([0-9a-f]+)")
                .matcher(row)
                .results()
                .map(bytes -> new String(HexFormat.of().parseHex(bytes.group(1)), StandardCharsets.ISO_8859_1))
                .reduce("", String::concat)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private JdbcClient database() {
        try {
            String port = Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3);
            String password =
                    Files.readString(data.resolve("database-password")).strip();
            return JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files in which it is, in whatever form; PostgreSQL's own programs aside. */
    private List<String> inTheFiles() {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> !data.relativize(file).toString().startsWith("postgres-"))
                    .filter(Files::isRegularFile)
                    .flatMap(file -> spellings.in(read(file)).map(form -> data.relativize(file) + ": " + form).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of("a file went while it was read");
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
