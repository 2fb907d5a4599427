package com.newgroktimes.digest.operator.api;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.operator.Week;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.Visitor;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** Send is pressed while others press it, join and leave. */
@DigestTest
class ManyAtOnceTest {

    private static final String FIRST = "/api/v1/editions/1";
    private static final int CLIENTS = 50;

    @Autowired
    private Stories stories;

    @Autowired
    private Readers readers;

    @Autowired
    private Editions editions;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private ApiClient api;
    private Newsroom newsroom;

    @BeforeEach
    void hasAnEditionForAThousand() {
        api = new ApiClient(port);
        newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(1_000);
        newsroom.hasAnEdition();
    }

    @Test
    void fiftyPressSendAndOneEditionGoes() throws Exception {
        String approval = approval();

        List<Integer> answers = atOnce(Collections.nCopies(
                CLIENTS, () -> api.post(FIRST + "/send", approval).statusCode()));

        assertThat(answers).containsOnlyOnce(202);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(CLIENTS - 1);
        eventually("it is sent", () -> state().equals("SENT"));
        assertThat(MailServer.received()).hasSize(1_000);
    }

    @Test
    void fiftyCheckAgainAndReadersStillGetTheirPages() throws Exception {
        List<Callable<Integer>> acts = new ArrayList<>(Collections.nCopies(
                CLIENTS, () -> api.post(FIRST + "/checks", "").statusCode()));
        Visitor reader = new Visitor(port);
        acts.addAll(Collections.nCopies(CLIENTS, () -> reader.opens("/editions").status()));

        assertThat(atOnce(acts)).containsOnly(200);
    }

    @Test
    void aFewWhoJoinAndLeaveMeanwhileDoNotMatter() throws Exception {
        String approval = approval();
        Week week = new Week(stories, readers);
        List<Callable<Integer>> comingAndGoing = IntStream.rangeClosed(1, 10)
                .<Callable<Integer>>mapToObj(n -> () -> {
                    week.hasReaders("new" + n + "@example.org");
                    subscribers.leave(n, "test");
                    return 0;
                })
                .toList();

        atOnce(comingAndGoing);

        assertThat(api.post(FIRST + "/send", approval).statusCode()).isEqualTo(202);
        eventually("it is sent", () -> state().equals("SENT"));
        assertThat(MailServer.received()).hasSizeBetween(1_000, 1_020); // with the letters of those who joined
    }

    @Test
    void aListThatDoubledMeanwhileIsNotWhatWasApproved() {
        String approval = approval();
        newsroom.hasReaders(1_000);

        HttpResponse<String> answer = api.post(FIRST + "/send", approval);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("1000", "2000");
        assertThat(state()).isEqualTo("READY");
    }

    private static List<Integer> atOnce(List<Callable<Integer>> acts) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(acts.size());
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : clients.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            clients.shutdown();
        }
    }

    private String approval() {
        JsonNode edition = ApiClient.json(api.get(FIRST));
        return "{\"recipients\":%d,\"contentHash\":\"%s\"}"
                .formatted(
                        edition.get("recipients").longValue(),
                        edition.get("contentHash").stringValue());
    }

    private String state() {
        return ApiClient.json(api.get(FIRST)).get("state").stringValue();
    }
}
