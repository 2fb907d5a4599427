package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.FullDisk;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever wants something written down while the disk of the database is full is told what can help. */
@DigestTest
class FullDiskTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient database;

    @Test
    void whoSignsUpFindsTheFormAsItWasTyped() {
        try (FullDisk full = FullDisk.at("insert", "subscriber", database)) {
            Page page = new Visitor(port).posts(URI.create("/subscribe"), Map.of("email", "ben@example.org"));

            assertThat(page.status()).isEqualTo(503);
            assertThat(page.html().select("#email").val()).isEqualTo("ben@example.org");
        }
    }

    @Test
    void programsAreToldToMakeRoom() {
        new Newsroom(stories, editions, database).hasStories(Newsroom.LAST_WEEK);
        try (FullDisk full = FullDisk.at("insert", "edition", database)) {
            HttpResponse<String> answer = new ApiClient(port).post("/api/v1/editions", "{\"week\":\"last\"}");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(ApiClient.json(answer).get("detail").asString())
                    .isEqualTo(
                            "The disk of the database is full. Nothing was changed. Make room on it, then ask again.");
        }
    }

    @Test
    void operatorsAreToldOnThePage() {
        ConsoleBrowser operator = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
        try (FullDisk full = FullDisk.at("update", "spring_session", database)) {
            operator.open("/console");

            assertThat(operator.last().statusCode()).isEqualTo(503);
            assertThat(operator.last().body())
                    .contains("We cannot write anything down just now", "The disk of the database is full.");
        }
    }
}
