package com.newgroktimes.digest.editions;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.LinksElsewhere;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.SamplePublication.PUBLICATION;
import static org.assertj.core.api.Assertions.assertThat;

/** Links to a site at localhost, which is allowed here. What each of its paths answers is said by a test. */
@DigestTest
class LinkAnswersCheckTest {

    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer site;

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private LinksElsewhere links;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void theSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(threads);
        site.createContext("/", this::answer);
        site.start();
    }

    @AfterEach
    void noSite() {
        site.stop(0);
        threads.shutdownNow();
    }

    @Test
    void linksAreFollowedByACheckAndNotWhenAnEditionIsAssembled() {
        put(at("/story"), at("/source"));
        editions.assemble("current");

        assertThat(asked).isEmpty();
        assertThat(rows()).extracting(Check::level).containsExactly(Level.UNCHECKED);
        assertThat(rows().get(0).message()).isEqualTo("2 links were not followed within the last day. Check again.");

        editions.check(1);

        assertThat(asked).containsExactlyInAnyOrder("HEAD /story", "HEAD /source");
        assertThat(rows()).extracting(Check::level).containsExactly(Level.FINE);
    }

    @Test
    void oneThatIsFineIsNotFollowedAgainForSomeHours() {
        put(at("/story"), at("/source"));
        statuses.put("/source", 404);
        assemble();
        asked.clear();

        editions.check(1);
        assertThat(asked).containsExactly("HEAD /source", "GET /source");
        asked.clear();

        statuses.remove("/source");
        clock.advance(Duration.ofHours(7));
        editions.check(1);
        assertThat(asked).containsExactlyInAnyOrder("HEAD /story", "HEAD /source");
        assertThat(rows()).extracting(Check::level).containsExactly(Level.FINE);
    }

    @Test
    void aPageThatIsGoneIsNamedWithItsStoryAndStopsWhereThatIsWanted() {
        statuses.put("/gone", 410);
        statuses.put("/lost", 404);
        put(at("/story"), at("/gone"), at("/lost"));
        assemble();

        assertThat(rows()).extracting(Check::level).containsExactly(Level.LOOK, Level.LOOK);
        assertThat(rows())
                .extracting(Check::message)
                .contains(
                        "“About chips” has a link to a page that is not there (its site answered 410): %s. Give the address where it is now, or take the link out."
                                .formatted(at("/gone")));
        assertThat(editions.get(1).state()).isEqualTo(EditionState.READY);
        assertThat(strict()).extracting(Finding::level).containsExactly(Level.STOPS, Level.STOPS);
    }

    @Test
    void noAnswerAndNoClearAnswerSayNothingOfTheLink() {
        List<String> blocked = IntStream.of(401, 403, 429, 503, 999)
                .mapToObj(status -> {
                    statuses.put("/" + status, status);
                    return at("/" + status);
                })
                .toList();
        put(Stream.concat(Stream.of("http://localhost:1/nobody"), blocked.stream())
                .toArray(String[]::new));
        assemble();

        assertThat(strict()).extracting(Finding::level).containsOnly(Level.UNCHECKED);
        assertThat(rows())
                .extracting(Check::message)
                .first()
                .asString()
                .isEqualTo(
                        "5 links could not be checked, since the site gives strangers no clear answer: localhost. Open what matters yourself.");
    }

    @Test
    void aLongWayIsWorthALook() {
        put(at("/3"), at("/2"));
        assemble();

        assertThat(rows())
                .extracting(Check::message)
                .containsExactly(
                        "“About chips” has a link that is redirected more than twice: %s. Give the address where it ends."
                                .formatted(at("/3")));
    }

    @Test
    void andSoIsALongWait() {
        put(at("/late"));
        assemble();

        assertThat(rows()).extracting(Check::level).containsExactly(Level.LOOK);
        assertThat(rows().get(0).message()).contains("more than three seconds", at("/late"));
    }

    @Test
    void aHostInsideIsNotAskedAndTheNamesOfSamplesAreNoHosts() {
        put(at("/story").replace("localhost", "127.0.0.1"), "https://paper.example/a", "https://www.example.com/b");
        assemble();

        assertThat(asked).isEmpty();
        assertThat(rows())
                .extracting(Check::message)
                .containsExactly(
                        "1 link was not followed to what is not on the open internet: 127.0.0.1. If it is a host of yours that readers can open, add it to digest.fetch.allowed-hosts.");
    }

    @Test
    void thePublicationsOwnHostMayBeInside() {
        put(at("/story").replace("localhost", "127.0.0.1"));
        assemble();

        assertThat(new LinkAnswersCheck(links, settings(), ofSite("http://127.0.0.1")).look(editions.get(1)))
                .isEmpty();
    }

    @Test
    void oneHostIsAskedOneThingAtATime() {
        put(IntStream.range(0, 12).mapToObj(n -> at("/source-" + n)).toArray(String[]::new));
        assemble();

        assertThat(asked).hasSize(12);
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void aFrozenEditionIsNotFollowed() {
        put(at("/story"));
        Edition edition = editions.assemble("current").edition();
        editions.hold(1, edition.contentHash(), 0, "Ana", clock.instant());

        editions.check(1);

        assertThat(asked).isEmpty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        if (path.equals("/late")) {
            pause();
        }
        int redirects = path.matches("/[1-9]") ? Integer.parseInt(path.substring(1)) : 0;
        if (redirects > 0) {
            exchange.getResponseHeaders().set("Location", "/" + (redirects - 1));
        }
        now.decrementAndGet();
        exchange.sendResponseHeaders(redirects > 0 ? 302 : statuses.getOrDefault(path, 200), -1);
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(3_010);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assemble() {
        editions.assemble("current");
        editions.check(1);
    }

    private List<Finding> strict() {
        return new LinkAnswersCheck(links, settings(), PUBLICATION).look(editions.get(1));
    }

    private static CheckSettings settings() {
        return new CheckSettings(CheckSettings.Strictness.STOPS, List.of(), List.of());
    }

    private static Publication ofSite(String url) {
        return new Publication(
                PUBLICATION.name(),
                PUBLICATION.tagline(),
                PUBLICATION.postalAddress(),
                PUBLICATION.timeZone(),
                PUBLICATION.baseUrl(),
                URI.create(url),
                PUBLICATION.sections());
    }

    private List<Check> rows() {
        return editions.checks(1).stream()
                .filter(check -> check.rule().equals("link-answers"))
                .toList();
    }

    private String at(String path) {
        return "http://localhost:%d%s".formatted(site.getAddress().getPort(), path);
    }

    private void put(String... sources) {
        stories.put(
                new Story(
                        "https://newgroktimes.example/chips",
                        "World",
                        "About chips",
                        "What happened, in short.",
                        "Told.",
                        "Argued.",
                        null,
                        null,
                        null,
                        "en",
                        Instant.parse("2026-11-24T10:00:00Z"),
                        null,
                        IntStream.range(0, sources.length)
                                .mapToObj(n -> new Story.NewsSource(n + 1, sources[n], null))
                                .toList(),
                        List.of()),
                StoredStory.API);
    }
}
