package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.TestDatabase;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever comes while the database is away is told so, by everyone, and to come back. */
@DigestTest
class WithoutADatabaseTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private HikariDataSource database;

    private Visitor visitor;
    private ConsoleBrowser operator;
    private URI wayOut;

    @BeforeEach
    void itGoesAway() {
        visitor = new Visitor(port);
        operator = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
        // Of a reader without a letter under way: a task cut short would be in hand for long.
        wayOut = links.unsubscribe(1);
        // Nobody here waits as long as a service that is really used.
        database.getHikariConfigMXBean().setConnectionTimeout(250);
        TestDatabase.goesAway(database.getJdbcUrl());
    }

    @AfterEach
    void itComesBack() {
        TestDatabase.comesBack(database.getJdbcUrl());
        database.getHikariConfigMXBean().setConnectionTimeout(5_000);
        eventually("the database is back", () -> visitor.opens("/editions").status() == 200);
    }

    @Test
    void readersAreToldOnThePage() {
        Page page = visitor.opens("/editions");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.heading()).isEqualTo("We are back in a minute");
    }

    @Test
    void whoSignsUpFindsTheFormAsItWasTyped() {
        Page page = visitor.posts(URI.create("/subscribe"), Map.of("email", "ben@example.org"));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("We could not save that.");
        assertThat(page.html().select("#email").val()).isEqualTo("ben@example.org");
    }

    @Test
    void whoLeavesKeepsTheButton() {
        Page page = visitor.posts(wayOut, Map.of("List-Unsubscribe", "One-Click"));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.heading()).isEqualTo("That did not work");
    }

    @Test
    void programsGetAProblem() {
        HttpResponse<String> answer = new ApiClient(port).get("/api/v1/editions");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(ApiClient.json(answer).get("detail").asString()).contains("The database does not answer.");
    }

    /** Their sessions are in the database too. */
    @Test
    void operatorsAreToldThatItIsNotTheirFault() {
        for (String path : List.of("/console", "/console/editions", "/console/editions/1", "/console/sign-in")) {
            operator.open(path);

            assertThat(operator.last().statusCode()).as(path).isEqualTo(503);
        }
        operator.submit("/console/editions", "week=last&_csrf=x");
        assertThat(operator.last().statusCode()).isEqualTo(503);
    }
}
