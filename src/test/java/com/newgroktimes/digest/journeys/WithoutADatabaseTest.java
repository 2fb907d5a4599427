package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

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
import static org.assertj.core.api.Assertions.assertThatCode;

/** Whoever comes while the database is away is told so, by everyone, and to come back. */
@DigestTest
@ExtendWith(OutputCaptureExtension.class)
class WithoutADatabaseTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private HikariDataSource database;

    @Autowired
    private ConfigurableApplicationContext service;

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
        database.getHikariPoolMXBean().softEvictConnections(); // one that was cut off is not looked at again so soon
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

    /** All nodes have one database: without it none is better than another, and this one still says so in words. */
    @Test
    void theNodeItselfIsWell() {
        var platform = new ApiClient(port);

        assertThat(platform.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(platform.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(platform.get("/actuator/health").statusCode()).isEqualTo(503);
    }

    /** Their sessions are in the database too. */
    @Test
    void operatorsAreToldThatItIsNotTheirFault() {
        for (String path : List.of("/console", "/console/editions", "/console/editions/1", "/console/sign-in")) {
            operator.open(path);

            assertThat(operator.last().statusCode()).as(path).isEqualTo(503);
            assertThat(operator.last().body()).as(path).contains("The database does not answer.");
        }
        operator.submit("/console/editions", "week=last&_csrf=x");
        assertThat(operator.last().statusCode()).isEqualTo(503);
    }

    /** Between the last word of the start and what is done right after it lies a moment, too. */
    @Test
    void theServiceStaysAndLetsTheFirstOperatorInOnceTheDatabaseIsBack(CapturedOutput output) {
        int before = links(output);

        assertThatCode(() -> service.publishEvent(
                        new ApplicationReadyEvent(new SpringApplication(), new String[0], service, Duration.ZERO)))
                .doesNotThrowAnyException();
        assertThat(output).contains("The link to sign in has to wait");
        assertThat(links(output)).isEqualTo(before);

        TestDatabase.comesBack(database.getJdbcUrl());

        eventually("the link is printed", () -> links(output) > before);
    }

    private static int links(CapturedOutput output) {
        return output.getAll().split("/console/sign-in/", -1).length;
    }
}
