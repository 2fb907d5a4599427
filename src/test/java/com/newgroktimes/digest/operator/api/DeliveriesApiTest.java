package com.newgroktimes.digest.operator.api;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.operator.Week;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class DeliveriesApiTest {

    private static final String FIRST = "/api/v1/editions/1";

    @Autowired
    private Stories stories;

    @Autowired
    private Readers readers;

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
        week.hasStories();
    }

    @Test
    void whoGotItIsListedWithTheServersAnswer() {
        week.hasReaders("ada@example.org", "ben@example.org");
        sendsToAll();

        JsonNode all = json(FIRST + "/deliveries");
        assertThat(all).hasSize(2);
        assertThat(all.get(0).propertyNames())
                .containsExactly(
                        "email", "state", "variant", "revision", "attempts", "messageId", "code", "reply", "at");
        assertThat(all.get(0).get("email").stringValue()).isEqualTo("ada@example.org");
        assertThat(all.get(0).get("state").stringValue()).isEqualTo("ACCEPTED");
        assertThat(all.get(0).get("variant").stringValue()).isEqualTo("en");
        assertThat(all.get(0).get("attempts").intValue()).isEqualTo(1);
        assertThat(all.get(0).get("messageId").stringValue()).matches("<1\\.1\\.\\d+\\..+@newgroktimes\\.example>");
        assertThat(all.get(0).get("reply").stringValue()).startsWith("250");
        assertThat(json(FIRST + "/deliveries?state=UNKNOWN")).isEmpty();
    }

    @Test
    void aLongListIsReadOnByItsLink() {
        week.hasReaders("ada@example.org");
        sendsToAll();
        database.sql("""
                        insert into delivery (edition, subscriber, state, variant, revision)
                        select 1, 1000 + n, 2, 1, 1 from generate_series(1, 250) n
                        """).update();

        HttpResponse<String> first = api.get(FIRST + "/deliveries?state=ACCEPTED");
        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>; rel=\"next\"", "$1");
        HttpResponse<String> second = api.get(next);

        assertThat(ApiClient.json(first)).hasSize(200);
        assertThat(next).contains("state=ACCEPTED");
        assertThat(ApiClient.json(second)).hasSize(51);
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void whatCannotBeListedIsSaid() {
        week.hasReaders("ada@example.org");
        sendsToAll();

        assertThat(api.get("/api/v1/editions/99/deliveries").statusCode()).isEqualTo(404);
        assertThat(api.get(FIRST + "/deliveries?state=LOST").statusCode()).isEqualTo(400);
        assertThat(api.get(FIRST + "/deliveries?after=%2F%2F").statusCode()).isEqualTo(400);
    }

    @Test
    void whatHasNoWayOutIsAConflictAndWhatIsMissingIsNamed() {
        week.hasReaders("ada@example.org");
        sendsToAll();

        for (String act : new String[] {"take-back", "pause", "resume", "stop", "end"}) {
            HttpResponse<String> answer = api.post(FIRST + "/" + act, "");
            assertThat(answer.statusCode()).as(act).isEqualTo(409);
            assertThat(ApiClient.json(answer).get("state").stringValue()).isEqualTo("SENT");
        }
        assertThat(api.post(FIRST + "/retry", "{\"state\":\"GAVE_UP\",\"recipients\":4}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(api.post(FIRST + "/retry", "{\"state\":\"UNKNOWN\",\"recipients\":4}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(api.post(FIRST + "/retry", "{\"recipients\":4}").body()).contains("state");
    }

    private void sendsToAll() {
        JsonNode edition = ApiClient.json(api.post("/api/v1/editions", "{\"week\":\"last\"}"));
        api.post(
                FIRST + "/send",
                "{\"recipients\":%d,\"contentHash\":\"%s\"}"
                        .formatted(
                                edition.get("recipients").longValue(),
                                edition.get("contentHash").stringValue()));
        eventually("it is sent", () -> json(FIRST).get("state").stringValue().equals("SENT"));
    }

    private JsonNode json(String path) {
        return ApiClient.json(api.get(path));
    }
}
