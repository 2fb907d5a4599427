package com.newgroktimes.digest.operator.api;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.operator.Week;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ScriptedRelay;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static com.newgroktimes.digest.testing.ScriptedRelay.CUT;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class TestSendApiTest {

    private static final String FIRST = "/api/v1/editions/1";
    private static final String TEST = FIRST + "/test";

    @Autowired
    private Stories stories;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private ApiClient api;
    private Week week;

    @BeforeEach
    void anEditionIsThere() {
        api = new ApiClient(port);
        week = new Week(stories, readers);
        week.hasStories();
        assemble();
    }

    @AfterEach
    void theMailServerIsThereAgain() {
        MailServer.takesEverything();
        MailServer.comesBack();
    }

    @Test
    void eachAddressGetsTheMailAndTheAnswerSaysSo() throws Exception {
        HttpResponse<String> answer = test("ana@example.org", "ben@example.org");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode test = ApiClient.json(answer);
        assertThat(test.propertyNames())
                .containsExactly("edition", "contentHash", "variant", "by", "at", "accepted", "results");
        assertThat(test.get("contentHash")).isEqualTo(edition().get("contentHash"));
        assertThat(test.get("variant").asString()).isEqualTo("en");
        assertThat(test.get("accepted").asInt()).isEqualTo(2);
        JsonNode first = test.get("results").get(0);
        assertThat(first.propertyNames()).containsExactly("email", "state", "reason", "code", "reply", "why");
        assertThat(first.get("email").asString()).isEqualTo("ana@example.org");
        assertThat(first.get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(first.get("reply").asString()).isEqualTo("250 OK");
        assertThat(MailServer.received()).hasSize(2);
        assertThat(messageIds()).doesNotHaveDuplicates().allMatch(id -> id.startsWith("<test."));
    }

    @Test
    void nothingIsADelivery() {
        test("ana@example.org");

        assertThat(edition().get("state").asString()).isEqualTo("READY");
        assertThat(edition().get("recipients").asInt()).isZero();
        assertThat(count("delivery")).isZero();
        assertThat(readers.knows("ana@example.org")).isFalse();
    }

    @Test
    void theCheckKnowsWhetherThisExactContentWasTested() {
        assertThat(check()).isEqualTo("look");

        test("ana@example.org");
        assertThat(check()).isEqualTo("fine");
        assertThat(edition().get("state").asString()).isEqualTo("READY");

        week.hasAStoryThatStops();
        assertThat(check()).isEqualTo("look");
    }

    @Test
    void aDraftCanBeTestedAndSoCanWhatWasSent() {
        week.hasAStoryThatStops();
        assertThat(edition().get("state").asString()).isEqualTo("DRAFT");
        assertThat(test("ana@example.org").statusCode()).isEqualTo(200);
        stories.withdraw("https://news.example/tide");
        week.hasReaders("ada@example.org");
        api.post(
                FIRST + "/send",
                "{\"recipients\":1,\"contentHash\":\"%s\"}"
                        .formatted(edition().get("contentHash").asString()));
        eventually("it is sent", () -> edition().get("state").asString().equals("SENT"));

        assertThat(test("ana@example.org").statusCode()).isEqualTo(200);

        assertThat(edition().get("state").asString()).isEqualTo("SENT");
        assertThat(edition().get("deliveries").get("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void aVariantCanBeNamed() throws Exception {
        HttpResponse<String> answer = api.post(TEST, "{\"to\":[\"ana@example.org\"],\"variant\":\"en.text\"}");

        assertThat(ApiClient.json(answer).get("variant").asString()).isEqualTo("en.text");
        MimeMessage mail = MailServer.received().get(0);
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(api.post(TEST, "{\"to\":[\"ana@example.org\"],\"variant\":\"en.pdf\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"to\":null}",
                "{\"to\":[]}",
                "{\"to\":\"ana@example.org\"}",
                "{\"to\":[null]}",
                "{\"to\":[\"\"]}",
                "{\"to\":[17]}",
                "{\"to\":[[\"ana@example.org\"]]}",
                "{\"to\":[{\"email\":\"ana@example.org\"}]}",
                "{\"to\":[\"ana\"]}",
                "{\"to\":[\"ana@example.org\",\"ben\"]}",
                "{\"to\":[\"ana@example.org,ben@example.org\"]}",
                "{\"to\":[\"Ana <ana@example.org>\"]}",
                "{\"to\":[\"ana@localhost\"]}",
                "{\"to\":[\"ana@[127.0.0.1]\"]}",
                "{\"to\":[\"ana@example.org\\r\\nBcc: ben@example.org\"]}",
                "{\"to\":[\"ana\\u0000@example.org\"]}",
                "{\"to\":[\"a@example.org\",\"b@example.org\",\"c@example.org\",\"d@example.org\",\"e@example.org\",\"f@example.org\"]}",
                "{\"to\":[\"ana@example.org\"],\"bcc\":[\"ben@example.org\"]}",
                "{\"to\":[\"ana@example.org\"],\"variant\":\"\"}",
                "{\"to\":[\"ana@example.org\"],\"variant\":\"../en\"}",
            })
    void listsThatAreNoneAreRefusedAsAWhole(String body) {
        HttpResponse<String> answer = api.post(TEST, body);

        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(ApiClient.json(answer).get("detail").asString()).isNotBlank();
        assertThat(MailServer.received()).isEmpty();
        assertThat(count("test_send")).isZero();
    }

    @Test
    void aListWithOneThatIsNoAddressSaysWhichAndWhatWasMeant() {
        JsonNode problem = ApiClient.json(test("ana@example.org", "Ben <ben@example.org>"));

        assertThat(problem.get("position").asInt()).isEqualTo(2);
        assertThat(problem.get("suggestion").asString()).isEqualTo("ben@example.org");
        assertThat(problem.get("detail").asString()).contains("Address 2", "Nothing was sent.");
    }

    @Test
    void whoIsNamedTwiceGetsOne() {
        test("ana@example.org", " ana@EXAMPLE.org", "ana@example.org");

        assertThat(MailServer.received()).hasSize(1);
    }

    @Test
    void anAddressThatMustNotBeWrittenToIsNot() {
        Subscriber ada = readers.confirmed("ada@example.org");
        subscribers.suppress(ada.id(), Suppression.COMPLAINT, "test");
        noMoreLetters();

        JsonNode test = ApiClient.json(test("ada@example.org", "ana@example.org"));

        JsonNode left = test.get("results").get(0);
        assertThat(left.get("state").asString()).isEqualTo("SKIPPED");
        assertThat(left.get("code").asString()).isEqualTo("COMPLAINT");
        assertThat(left.get("why").asString()).contains("reported our mail as unwanted");
        assertThat(recipients()).containsExactly("ana@example.org");

        JsonNode nobody = ApiClient.json(test("ada@example.org"));
        assertThat(nobody.get("accepted").asInt()).isZero();
        assertThat(recipients()).containsExactly("ana@example.org");
    }

    @Test
    void whoLeftOrIsOnABreakGetsATestThatIsMeantForThem() {
        Subscriber left = readers.confirmed("ada@example.org");
        subscribers.leave(left.id(), "test");
        Subscriber away = readers.confirmed("ben@example.org");
        database.sql("update subscriber set break_until = :until where id = :id")
                .param("until", OffsetDateTime.parse("2030-01-01T00:00:00Z"))
                .param("id", away.id())
                .update();
        noMoreLetters();

        test("ada@example.org", "ben@example.org");

        assertThat(recipients()).containsExactlyInAnyOrder("ada@example.org", "ben@example.org");
    }

    @Test
    void aRefusalIsToldAndHeldAgainstNobody() {
        readers.confirmed("ada@example.org");
        noMoreLetters();
        MailServer.goesAway();
        try (ScriptedRelay relay = ScriptedRelay.at(MailServer.port())
                .answers("RCPT", "550 5.1.1 no such user here", "450 4.2.2 full", "550 5.7.1 no spam", "")) {
            JsonNode results = ApiClient.json(
                            test("ada@example.org", "b@example.org", "c@example.org", "d@example.org"))
                    .get("results");

            assertThat(results)
                    .extracting(result -> result.get("state").asString())
                    .containsExactly("REFUSED", "PUT_OFF", "REFUSED", "ACCEPTED");
            assertThat(results)
                    .extracting(result -> result.get("reason").asString(""))
                    .containsExactly("NO_SUCH_MAILBOX", "MAILBOX_FULL", "REFUSES_US", "");
            assertThat(results.get(0).get("code").asString()).isEqualTo("5.1.1");
            assertThat(results.get(0).get("reply").asString()).isEqualTo("550 5.1.1 no such user here");
            assertThat(relay.connections()).isEqualTo(1);
        }
        assertThat(readers.find("ada@example.org").suppressed()).isNull();
        assertThat(check()).isEqualTo("fine");
    }

    @Test
    void aLineThatBreaksLeavesOneInDoubtAndTheOthersAreTold() {
        MailServer.goesAway();
        try (ScriptedRelay relay = ScriptedRelay.at(MailServer.port()).answers("DOT", "", CUT, "")) {
            JsonNode test = ApiClient.json(test("a@example.org", "b@example.org", "c@example.org"));

            assertThat(test.get("results"))
                    .extracting(result -> result.get("state").asString())
                    .containsExactly("ACCEPTED", "UNKNOWN", "ACCEPTED");
            assertThat(relay.messages()).hasSize(3);
        }
    }

    @Test
    void aRelayThatIsAwayIsToldAndNothingIsHalfDone() {
        MailServer.goesAway();

        HttpResponse<String> answer = test("ana@example.org");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(ApiClient.json(answer).get("title").asString()).isEqualTo("The relay is away");
        assertThat(ApiClient.json(answer).get("detail").asString()).contains("Nothing was sent");
        assertThat(count("test_send")).isZero();
        assertThat(check()).isEqualTo("look");

        MailServer.comesBack();
        assertThat(test("ana@example.org").statusCode()).isEqualTo(200);
    }

    @Test
    void aSecondPressWhileTheFirstIsUnderWaySendsNothing() {
        MailServer.takesOnly(0);
        CompletableFuture<HttpResponse<String>> first =
                CompletableFuture.supplyAsync(() -> test("ana@example.org", "ben@example.org"));
        eventually("the first is under way", () -> count("test_copy") == 2);

        HttpResponse<String> second = test("cleo@example.org", "ben@example.org");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(ApiClient.json(second).get("detail").asString()).contains("Nothing more was sent.");
        MailServer.takesEverything();
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(recipients()).containsExactlyInAnyOrder("ana@example.org", "ben@example.org");
        assertThat(test("ben@example.org").statusCode()).isEqualTo(200);
    }

    @Test
    void ofTwoAtOnceEachAddressGetsOneMailAtATime() {
        List<CompletableFuture<Integer>> both = Stream.of("ana@example.org", "ben@example.org")
                .map(address ->
                        CompletableFuture.supplyAsync(() -> test(address).statusCode()))
                .toList();

        assertThat(both).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(recipients()).containsExactlyInAnyOrder("ana@example.org", "ben@example.org");
    }

    @Test
    void anHourTakesSoManyAndNoMore() {
        for (int i = 0; i < 10; i++) {
            assertThat(test(five(i)).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> answer = test("ana@example.org");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(ApiClient.json(answer).get("detail").asString()).contains("50", "Nothing was sent.");
        assertThat(MailServer.received()).hasSize(50);
        clock.advance(Duration.ofMinutes(61));
        assertThat(test("ana@example.org").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereCannotBeTested() {
        assertThat(api.post("/api/v1/editions/9/test", "{\"to\":[\"ana@example.org\"]}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String[] five(int round) {
        return IntStream.range(0, 5)
                .mapToObj(i -> "reader%d.%d@example.org".formatted(round, i))
                .toArray(String[]::new);
    }

    private HttpResponse<String> test(String... addresses) {
        String to = Stream.of(addresses).map(address -> '"' + address + '"').collect(Collectors.joining(","));
        return api.post(TEST, "{\"to\":[" + to + "]}");
    }

    private void assemble() {
        api.post("/api/v1/editions", "{\"week\":\"last\"}");
    }

    private JsonNode edition() {
        return ApiClient.json(api.get(FIRST));
    }

    private String check() {
        for (JsonNode row : ApiClient.json(api.get(FIRST + "/checks")).get("rows")) {
            if (row.get("rule").asString().equals("test-send")) {
                return row.get("level").asString();
            }
        }
        throw new AssertionError("There is no such row.");
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Whoever signed up was written to; what comes now is a test. */
    private void noMoreLetters() {
        readers.haveTheirLetters();
        MailServer.forgets();
    }

    private static List<String> recipients() {
        return MailServer.received().stream().map(mail -> header(mail, "To")).toList();
    }

    private static List<String> messageIds() {
        return MailServer.received().stream()
                .map(mail -> header(mail, "Message-ID"))
                .toList();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
