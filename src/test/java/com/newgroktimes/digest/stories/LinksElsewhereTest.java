package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.platform.fetch.TestNames;
import com.newgroktimes.digest.stories.LinkAnswer.Outcome;
import com.newgroktimes.digest.testing.DigestTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A site at localhost, which is allowed here, that says nothing clear of most pages, and nothing at all of one. */
@DigestTest
class LinksElsewhereTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private volatile String silentAt = "";
    private HttpServer site;

    @Autowired
    private LinkAnswers answers;

    @Autowired
    private LinkVisits visits;

    @Autowired
    private Clock clock;

    @BeforeEach
    void theSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", this::answer);
        site.start();
    }

    @AfterEach
    void noSite() {
        silence.countDown();
        site.stop(0);
    }

    @Test
    void whatThereWasNoTimeForIsFollowedFirstTheNextTime() {
        silentAt = "/b";
        var links = new LinksElsewhere(answers, visits, clock, Duration.ofSeconds(3));
        List<String> three = Stream.of("/a", "/b", "/c").map(this::at).toList();

        links.follow(three);
        assertThat(asked).startsWith("HEAD /a", "GET /a", "HEAD /b").doesNotContain("HEAD /c");
        assertThat(links.last(three).values())
                .extracting(LinkAnswer::url, LinkAnswer::outcome)
                .containsExactlyInAnyOrder(tuple(at("/a"), Outcome.UNTOLD), tuple(at("/b"), Outcome.SILENT));

        asked.clear();
        silence.countDown();
        links.follow(three);
        assertThat(asked).startsWith("HEAD /c", "GET /c");
    }

    @Test
    void whatHasNotComeInTimeIsSilence() {
        silentAt = "/a";
        var links = new LinksElsewhere(answers, visits, clock, Duration.ofSeconds(2));

        links.follow(List.of(at("/a")));

        assertThat(links.last(List.of(at("/a"))).values())
                .extracting(LinkAnswer::outcome)
                .containsExactly(Outcome.SILENT);
    }

    @Test
    void aHostThatLeadsToASilentOneIsAskedForItsOtherLinks() throws IOException {
        String here = "http://site.test:%d".formatted(site.getAddress().getPort());
        try (GuardedFetch named = TestNames.fetch()) {
            new LinksElsewhere(answers, new LinkVisits(named, clock), clock)
                    .follow(List.of(here + "/elsewhere", here + "/a", "http://unsure.test/a", "http://unsure.test/b"));
        }

        assertThat(asked).startsWith("HEAD /elsewhere").contains("HEAD /a");
        assertThat(answers.since(
                                clock.instant().minus(Duration.ofDays(1)), List.of(here + "/a", "http://unsure.test/b"))
                        .values())
                .extracting(LinkAnswer::url, LinkAnswer::outcome)
                .containsExactlyInAnyOrder(
                        tuple(here + "/a", Outcome.UNTOLD), tuple("http://unsure.test/b", Outcome.SILENT));
    }

    @Test
    void whatIsOverADayOldIsForgotten() {
        answers.write(
                new LinkAnswer(at("/a"), Outcome.FINE, 200, clock.instant().minus(Duration.ofHours(25))));
        var links = new LinksElsewhere(answers, visits, clock);

        assertThat(links.last(List.of(at("/a")))).isEmpty();
        links.follow(List.of());
        assertThat(answers.since(clock.instant().minus(Duration.ofDays(9)), List.of(at("/a"))))
                .isEmpty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        if (path.equals(silentAt)) {
            saysNothing();
        }
        if (path.equals("/elsewhere")) {
            exchange.getResponseHeaders().set("Location", "http://unsure.test/");
            exchange.sendResponseHeaders(302, -1);
        } else {
            exchange.sendResponseHeaders(403, -1);
        }
        exchange.close();
    }

    private void saysNothing() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String at(String path) {
        return "http://localhost:%d%s".formatted(site.getAddress().getPort(), path);
    }
}
