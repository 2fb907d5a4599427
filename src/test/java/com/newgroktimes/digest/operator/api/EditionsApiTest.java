package com.newgroktimes.digest.operator.api;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.operator.Week;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.Statements;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class EditionsApiTest {

    private static final String EDITIONS = "/api/v1/editions";
    private static final String FIRST = EDITIONS + "/1";

    @Autowired
    private EditionsApi editions;

    @Autowired
    private Stories stories;

    @Autowired
    private Readers readers;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private ApiClient api;
    private Week week;

    @BeforeEach
    void connect() {
        api = new ApiClient(port);
        week = new Week(stories, readers);
    }

    @Test
    void theNewVersionOfOneStoryIsTakenAsItWasSeen() {
        week.hasStories();
        api.post(EDITIONS, "{\"week\":\"last\"}");
        database.sql("update edition set state = 'PAUSED', frozen_at = now()").update();
        for (String name : List.of("chips", "docks")) {
            StoredStory story = stories.find("https://news.example/" + name).orElseThrow();
            stories.put(story.story().headed("Changed: " + name), "api");
        }

        JsonNode versions = ApiClient.json(api.get(FIRST + "/new-versions"));
        assertThat(versions).hasSize(2);
        String seen = "{\"url\":\"https://news.example/docks\",\"changedAt\":\"%s\"}"
                .formatted(versions.get(0).get("changedAt").stringValue());
        HttpResponse<String> taken = api.post(FIRST + "/take", seen);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(ApiClient.json(taken).get("revision").intValue()).isEqualTo(2);
        assertThat(ApiClient.json(taken)
                        .get("stories")
                        .valueStream()
                        .map(story -> story.get("headline").stringValue()))
                .contains("Changed: docks")
                .doesNotContain("Changed: chips");
        assertThat(ApiClient.json(api.get(FIRST + "/new-versions"))
                        .valueStream()
                        .map(version -> version.get("url").stringValue()))
                .containsExactly("https://news.example/chips");
        assertThat(api.post(FIRST + "/take", seen).statusCode()).isEqualTo(409);
    }

    @Test
    void whatWasNotTakenMovesNoStory() {
        week.hasStories();
        api.post(EDITIONS, "{\"week\":\"last\"}");
        database.sql("update edition set state = 'PAUSED', frozen_at = now()").update();
        week.datesChips("2026-11-20T09:30:00Z");
        StoredStory docks = stories.find("https://news.example/docks").orElseThrow();
        stories.put(docks.story().headed("Changed: docks"), "api");

        JsonNode versions = ApiClient.json(api.get(FIRST + "/new-versions"));
        JsonNode afterDocks = ApiClient.json(api.post(FIRST + "/take", seen(versions.get(0))));
        JsonNode noted = ApiClient.json(patch("{\"note\":\"We put it right.\"}", "*"));
        JsonNode afterChips = ApiClient.json(api.post(FIRST + "/take", seen(versions.get(1))));

        assertThat(versions.get(1).get("differences")).singleElement().satisfies(difference -> {
            assertThat(difference.get("field").stringValue()).isEqualTo("publishedAt");
            assertThat(difference.get("copy").stringValue()).isEqualTo("2026-11-17T09:30:00Z");
            assertThat(difference.get("now").stringValue()).isEqualTo("2026-11-20T09:30:00Z");
        });
        assertThat(headlines(afterDocks)).containsExactly("Changed: docks", "A chip cluster wakes up");
        assertThat(headlines(noted)).containsExactly("Changed: docks", "A chip cluster wakes up");
        assertThat(headlines(afterChips)).containsExactly("A chip cluster wakes up", "Changed: docks");
    }

    private static String seen(JsonNode version) {
        return "{\"url\":\"%s\",\"changedAt\":\"%s\"}"
                .formatted(
                        version.get("url").stringValue(),
                        version.get("changedAt").stringValue());
    }

    private static List<String> headlines(JsonNode edition) {
        return edition.get("stories")
                .valueStream()
                .map(story -> story.get("headline").stringValue())
                .toList();
    }

    @Test
    void anEditionIsMadeOnceAndHasThePromisedShape() {
        week.hasStories();
        week.hasReaders("ada@example.org", "ben@example.org");

        HttpResponse<String> made = api.post(EDITIONS, "{\"week\":\"last\"}");
        HttpResponse<String> again = api.post(EDITIONS, "{\"week\":\"2026-W47\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).contains(FIRST);
        assertThat(again.statusCode()).isEqualTo(200);
        JsonNode edition = ApiClient.json(made);
        assertThat(edition.propertyNames())
                .containsExactly(
                        "number",
                        "week",
                        "opens",
                        "closes",
                        "state",
                        "subject",
                        "contentHash",
                        "recipients",
                        "revision",
                        "stories",
                        "deliveries",
                        "perMinute",
                        "secondsLeft",
                        "reason",
                        "leavesAt",
                        "warning",
                        "preheader",
                        "note",
                        "leftOut",
                        "revisions",
                        "corrections",
                        "withdrawn",
                        "asOf");
        assertThat(edition.get("number").asInt()).isEqualTo(1);
        assertThat(edition.get("week").asString()).isEqualTo(Week.WEEK);
        assertThat(edition.get("opens").asString()).isEqualTo("2026-11-16T06:00:00Z");
        assertThat(edition.get("closes").asString()).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(edition.get("state").asString()).isEqualTo("READY");
        assertThat(edition.get("contentHash").asString()).matches("[0-9a-f]{64}");
        assertThat(edition.get("recipients").asLong()).isEqualTo(2);
        assertThat(edition.get("revision").asInt()).isEqualTo(1);
        assertThat(edition.get("stories").get(0).propertyNames())
                .containsExactly("url", "headline", "position", "long");
        assertThat(edition.get("deliveries").propertyNames())
                .containsExactly("waiting", "sending", "accepted", "putOff", "refused", "gaveUp", "unknown", "skipped");
        assertThat(edition.get("perMinute").isNull()).isTrue();
        assertThat(edition.get("secondsLeft").isNull()).isTrue();
    }

    @Test
    void oneEditionIsTaggedWithItsContentAndAlwaysTold() {
        String hash = assembled().get("contentHash").asString();

        HttpResponse<String> first = api.get(FIRST);
        HttpResponse<String> second = api.send(api.request(FIRST).header("If-None-Match", '"' + hash + '"'));

        assertThat(first.headers().firstValue("ETag")).contains('"' + hash + '"');
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(api.get(EDITIONS)).get(0).get("number").asInt())
                .isEqualTo(1);
    }

    @Test
    void aChangeNamesWhatItWasMadeOf() {
        String hash = assembled().get("contentHash").asString();
        String change = """
                {"subject": "By hand", "note": "Dear readers", "stories": [
                    {"url": "https://news.example/docks", "position": 2, "long": true, "headline": "The queue"}]}""";

        HttpResponse<String> without = patch(change, null);
        HttpResponse<String> stale = patch(change, "\"0123\"");
        HttpResponse<String> weak = patch(change, "W/\"" + hash + "\"");
        HttpResponse<String> changed = patch(change, "\"" + hash + "\"");
        HttpResponse<String> again = patch(change, "\"" + hash + "\"");

        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(weak.statusCode()).isEqualTo(412);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(412);
        JsonNode edition = ApiClient.json(changed);
        assertThat(edition.get("subject").asString()).isEqualTo("By hand");
        assertThat(edition.get("note").asString()).isEqualTo("Dear readers");
        assertThat(edition.get("stories").get(1).get("headline").asString()).isEqualTo("The queue");
        assertThat(edition.get("stories").get(1).get("long").asBoolean()).isTrue();
        String tag = changed.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isEqualTo('"' + edition.get("contentHash").asString() + '"');

        HttpResponse<String> back = patch("{\"subject\": null, \"note\": null}", tag);
        assertThat(ApiClient.json(back).get("subject").asString()).isNotEqualTo("By hand");
        assertThat(ApiClient.json(back).get("note").isNull()).isTrue();
    }

    @Test
    void aChangeIsReadToTheLetter() {
        String hash = "\"" + assembled().get("contentHash").asString() + "\"";

        HttpResponse<String> unknown = patch("{\"headline\": \"Whose?\"}", hash);
        HttpResponse<String> wrong =
                patch("{\"stories\": [{\"url\": \"https://news.example/docks\", \"position\": \"2\"}]}", hash);
        HttpResponse<String> nobody = patch("{\"stories\": [{\"position\": 2}]}", hash);
        HttpResponse<String> stranger =
                patch("{\"stories\": [{\"url\": \"https://news.example/none\", \"included\": false}]}", hash);

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(unknown).get("detail").asString()).contains("headline", "preheader");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(wrong).get("detail").asString()).contains("stories[0].position", "whole number");
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(ApiClient.json(stranger).get("problems").get(0).get("field").asString())
                .isEqualTo("stories[0].url");
    }

    @Test
    void manyRevisedEditionsAreAskedForInAsManyStatementsAsFew() {
        hasRevisedEditions(2);
        int few = Statements.during(() -> editions.list(Editions.NEWEST)).size();
        database.sql("delete from edition_revision").update();
        database.sql("delete from edition").update();
        hasRevisedEditions(30);

        assertThat(Statements.during(() -> editions.list(Editions.NEWEST))).hasSize(few);
    }

    @Test
    void whatAnEndedEditionKeptIsNotCountedAgain() {
        hasRevisedEditions(2);
        database.sql("update edition set state = 'PAUSED' where number = 2").update();
        for (int number : List.of(1, 2)) {
            database.sql("create table delivery_%1$d partition of delivery for values in (%1$d)".formatted(number))
                    .update();
        }
        database.sql("""
                        insert into delivery (edition, subscriber, state, variant, revision, destination)
                        select edition, n, 2, 1, 2, 1 from generate_series(1, 2) edition, generate_series(1, 5) n
                        """).update();

        JsonNode listed = ApiClient.json(api.get(EDITIONS));

        assertThat(accepted(listed.get(0))).as("of the one that may go on").containsExactly(0L, 5L);
        assertThat(accepted(listed.get(1))).as("of the one that ended").containsExactly(3L, 4L);
        assertThat(accepted(ApiClient.json(api.get(FIRST)))).containsExactly(3L, 4L);
    }

    private static List<Long> accepted(JsonNode edition) {
        return edition.get("revisions")
                .valueStream()
                .map(revision -> revision.get("deliveries").get("accepted").longValue())
                .toList();
    }

    private void hasRevisedEditions(int number) {
        database.sql("""
                        insert into edition (number, week, opens, closes, state, subject, preheader, content_hash, created_at, frozen_at, revision)
                        select n, to_char(opens, 'IYYY"-W"IW'), opens, opens + interval '7 days', 'SENT', 'Edition ' || n, '', '', opens, opens, 2
                          from generate_series(1, :number) n, lateral (select timestamptz '2020-01-06 06:00Z' + n * interval '7 days') w (opens)
                        """).param("number", number).update();
        database.sql("""
                        insert into edition_revision (edition, revision, content_hash, content)
                        select number, 1, '', '{}' from edition
                        """).update();
        database.sql("delete from delivery_revision").update();
        database.sql("""
                        insert into delivery_revision (edition, revision, state, number)
                        select number, 1, 2, 3 from edition
                         union all
                        select number, 2, 2, 4 from edition
                        """).update();
    }

    private HttpResponse<String> patch(String change, @Nullable String ifMatch) {
        var request = api.request(FIRST)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(change))
                .header("Content-Type", "application/json");
        return api.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    @Test
    void anEditionWhoseWeekIsNotOverCarriesAWarning() {
        week.hasStories();
        week.hasAStoryOfTheOpenWeek();

        JsonNode closed = ApiClient.json(api.post(EDITIONS, "{\"week\":\"last\"}"));
        JsonNode open = ApiClient.json(api.post(EDITIONS, "{\"week\":\"current\"}"));

        assertThat(closed.get("warning").isNull()).isTrue();
        assertThat(open.get("warning").asString())
                .startsWith("The week is not over")
                .contains("2026-11-30T06:00:00Z");
    }

    @Test
    void anotherEditionUnderWayIsWorthALook() {
        week.hasStories();
        week.hasAStoryOfTheOpenWeek();
        api.post(EDITIONS, "{\"week\":\"last\"}");
        api.post(EDITIONS, "{\"week\":\"current\"}");
        assertThat(row(2, "other-edition").get("level").asString()).isEqualTo("fine");

        database.sql("update edition set state = 'PAUSED' where number = 1").update();

        assertThat(row(2, "other-edition").get("level").asString()).isEqualTo("look");
        assertThat(row(2, "other-edition").get("message").asString()).startsWith("Edition 1 is under way.");
        assertThat(row(1, "other-edition").get("level").asString()).isEqualTo("fine");
    }

    private JsonNode row(int edition, String rule) {
        JsonNode rows =
                ApiClient.json(api.get(EDITIONS + "/" + edition + "/checks")).get("rows");
        return rows.valueStream()
                .filter(row -> row.get("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEmptyWeekMakesNoEdition() {
        assertThat(api.post(EDITIONS, "{\"week\":\"last\"}").statusCode()).isEqualTo(422);
        assertThat(api.get(EDITIONS).body()).isEqualTo("[]");
    }

    @Test
    void whatIsNoWeekIsRefused() {
        HttpResponse<String> refused = api.post(EDITIONS, "{\"week\":\"next\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(refused).get("detail").asString())
                .contains("“next” is not a week.", "2026-W48", "“current”", "“last”");
    }

    @Test
    void thePreviewIsWhatAReaderGets() {
        assembled();

        HttpResponse<String> html = api.get(FIRST + "/preview.html");
        HttpResponse<String> text = api.get(FIRST + "/preview.txt?variant=en");
        HttpResponse<String> message = api.get(FIRST + "/preview.eml");

        assertThat(html.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(html.body()).contains("A chip cluster wakes up", "reader@example.org");
        assertThat(text.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(text.body()).contains("A chip cluster wakes up", "reader@example.org");
        assertThat(message.headers().firstValue("Content-Type")).contains("message/rfc822");
        assertThat(message.body())
                .contains("Subject: ", "List-Unsubscribe-Post: List-Unsubscribe=One-Click", "multipart/alternative");
    }

    @Test
    void aVariantThatIsNoneIsRefused() {
        assembled();

        assertThat(api.get(FIRST + "/preview.html?variant=en.pdf").statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = api.get(FIRST + "/preview.html?variant=xx");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(ApiClient.json(unknown).get("detail").asString())
                .isEqualTo("There is no variant \"xx\". There are: ar, ar.text, de, de.text, en, en.text.");
        assertThat(api.get(FIRST + "/preview.txt?variant=en.text").statusCode()).isEqualTo(200);
    }

    @Test
    void checksNameTheirContentAndTheirLevel() {
        week.hasAStoryThatStops();
        JsonNode edition = assembled();

        JsonNode checks = ApiClient.json(api.post(FIRST + "/checks", ""));

        assertThat(edition.get("state").asString()).isEqualTo("DRAFT");
        assertThat(checks.propertyNames()).containsExactly("hash", "rows");
        assertThat(checks.get("hash")).isEqualTo(edition.get("contentHash"));
        assertThat(checks.get("rows").get(0).propertyNames()).containsExactly("rule", "level", "message", "at");
        assertThat(checks.get("rows"))
                .anySatisfy(row -> {
                    assertThat(row.get("rule").asString()).isEqualTo("alt-text");
                    assertThat(row.get("level").asString()).isEqualTo("stops");
                })
                .extracting(row -> row.get("level").asString())
                .isSubsetOf("stops", "look", "fine", "unchecked");
        assertThat(ApiClient.json(api.get(FIRST + "/checks"))).isEqualTo(checks);
    }

    @Test
    void aSendThatFitsIsAcceptedAndEveryReaderGetsIt() {
        week.hasReaders("ada@example.org");
        JsonNode edition = assembled();

        HttpResponse<String> sent = api.post(FIRST + "/send", approval(1, hash(edition)));

        assertThat(sent.statusCode()).isEqualTo(202);
        eventually("edition 1 is sent", () -> state().equals("SENT"));
        JsonNode after = ApiClient.json(api.get(FIRST));
        assertThat(after.get("recipients").asLong()).isEqualTo(1);
        assertThat(after.get("deliveries").get("accepted").asLong()).isEqualTo(1);
        assertThat(api.post(FIRST + "/send", approval(1, hash(edition))).statusCode())
                .isEqualTo(409);
    }

    @Test
    void noEditionIsScheduledForMoreThanAYearAhead() {
        week.hasReaders("ada@example.org");
        String hash = hash(assembled());

        HttpResponse<String> refused = api.post(
                FIRST + "/send",
                "{\"recipients\":1,\"contentHash\":\"%s\",\"at\":\"2062-11-30T07:00:00Z\"}".formatted(hash));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(ApiClient.json(refused).get("detail").asString())
                .isEqualTo("2062-11-30T07:00:00Z is more than a year ahead. Give a time within a year, or none.");
        assertThat(state()).isEqualTo("READY");
    }

    @Test
    void anAnswerToSendSaysWhenItLeaves() {
        week.hasReaders("ada@example.org");
        String hash = hash(assembled());
        Instant later = clock.instant().plus(Duration.ofHours(3));

        JsonNode scheduled = ApiClient.json(api.post(
                FIRST + "/send", "{\"recipients\":1,\"contentHash\":\"%s\",\"at\":\"%s\"}".formatted(hash, later)));

        assertThat(scheduled.get("state").asString()).isEqualTo("SCHEDULED");
        assertThat(scheduled.get("leavesAt").asString()).isEqualTo(later.toString());
        JsonNode taken = ApiClient.json(api.post(FIRST + "/take-back", ""));
        assertThat(taken.get("leavesAt").isNull()).isTrue();
    }

    @Test
    void aFieldThatIsMisspeltSendsNothing() {
        week.hasReaders("ada@example.org");
        String hash = hash(assembled());

        HttpResponse<String> refused = api.post(
                FIRST + "/send",
                "{\"recipients\":1,\"contentHash\":\"%s\",\"sendAt\":\"2026-12-01T07:00:00Z\"}".formatted(hash));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(refused).get("detail").asString())
                .startsWith("sendAt is not a field of this request; it may have: recipients, contentHash, at.");
        assertThat(state()).isEqualTo("READY");
    }

    @Test
    void aSendThatSawOtherFiguresIsRefused() {
        week.hasReaders("ada@example.org");
        JsonNode edition = assembled();

        HttpResponse<String> refused = api.post(FIRST + "/send", approval(2, hash(edition)));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(ApiClient.json(refused).get("detail").asString())
                .startsWith("Edition 1 would go to one person now; you approved 2.");
        assertThat(api.post(FIRST + "/send", approval(1, "0".repeat(64))).statusCode())
                .isEqualTo(409);
        assertThat(state()).isEqualTo("READY");
    }

    @Test
    void aSendOfADraftNamesWhatStopsIt() {
        week.hasReaders("ada@example.org");
        week.hasAStoryThatStops();
        JsonNode edition = assembled();

        HttpResponse<String> refused = api.post(FIRST + "/send", approval(1, hash(edition)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("alt-text");
    }

    @Test
    void whatIsNotHeldCannotBeTakenBack() {
        assembled();

        HttpResponse<String> refused = api.post(FIRST + "/take-back", "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(ApiClient.json(refused).get("title").asString()).isEqualTo("Not sent yet");
        assertThat(ApiClient.json(refused).get("detail").asString()).startsWith("Edition 1 is ready.");
    }

    @Test
    void anEditionThatIsNotThereIsNotFound() {
        assertThat(api.get(FIRST).statusCode()).isEqualTo(404);
        assertThat(api.get(FIRST + "/checks").statusCode()).isEqualTo(404);
        assertThat(api.get(FIRST + "/preview.html").statusCode()).isEqualTo(404);
        assertThat(api.post(FIRST + "/send", approval(1, "x")).statusCode()).isEqualTo(404);
        assertThat(api.post(FIRST + "/take-back", "").statusCode()).isEqualTo(404);
    }

    private JsonNode assembled() {
        week.hasStories();
        return ApiClient.json(api.post(EDITIONS, "{\"week\":\"last\"}"));
    }

    private String state() {
        return ApiClient.json(api.get(FIRST)).get("state").asString();
    }

    private static String hash(JsonNode edition) {
        return edition.get("contentHash").asString();
    }

    private static String approval(long recipients, String hash) {
        return "{\"recipients\":%d,\"contentHash\":\"%s\"}".formatted(recipients, hash);
    }
}
