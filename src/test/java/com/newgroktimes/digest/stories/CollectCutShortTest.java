package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.newgroktimes.digest.testing.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

/** A real process, killed twice while it collects many feeds, and then left alone. */
class CollectCutShortTest {

    private static final int FEEDS = 20;
    private static final int STORIES = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String database = TestDatabase.freshUrl();
    private final JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));
    private final HttpServer site;
    private final ExecutorService exchanges = Executors.newCachedThreadPool();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile Semaphore answers = new Semaphore(FEEDS);

    @TempDir
    private Path data;

    CollectCutShortTest() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", this::answer);
        site.setExecutor(exchanges);
        site.start();
    }

    @AfterEach
    void stopTheSite() {
        exchanges.shutdownNow();
        site.stop(0);
    }

    @Test
    void everyStoryIsThereOnceAndNoFeedStaysClaimed() throws Exception {
        diesAfter(4, Duration.ZERO);
        diesAfter(6, Duration.ofMinutes(11));
        answers = new Semaphore(FEEDS);

        try (ServiceProcess service = start(Duration.ofMinutes(22))) {
            within(PATIENCE, "every feed was read to its end", () -> count("""
                    select count(*) from story_feed where next_at > asked_at and etag is not null and fault is null""") == FEEDS);
            assertThat(service.output()).doesNotContain("ERROR");
        }
        assertThat(sql.sql("select url from story").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(addresses());
        assertThat(count("select count(distinct story) from story_feed_item")).isEqualTo(FEEDS * STORIES);
    }

    /**
     * @param feeds that it is told before the site falls silent, so that it dies with others in hand
     * @param later how much later it is for it than for the one before: what was claimed is nobody's again after ten minutes
     */
    private void diesAfter(int feeds, Duration later) throws Exception {
        long before = stories();
        unanswered.set(0);
        answers = new Semaphore(feeds);
        try (ServiceProcess service = start(later)) {
            within(PATIENCE, "new stories and a silent site", () -> stories() > before && unanswered.get() > 0);
            service.kill();
        }
        assertThat(stories()).isLessThan(FEEDS * STORIES);
        assertThat(count("select count(*) from story_feed where next_at <= asked_at"))
                .as("feeds that were claimed when it died")
                .isPositive();
    }

    private ServiceProcess start(Duration later) throws IOException {
        ProcessSettings settings = new ProcessSettings(ProcessSettings.freePort(), ProcessSettings.freePort(), data)
                .onDatabase(database)
                .with("digest.clock-offset", later)
                .with("digest.fetch.allowed-hosts", "127.0.0.1")
                .with("digest.stories.resolve-links", "false")
                .with("db-scheduler.heartbeat-interval", "1s");
        for (int feed = 0; feed < FEEDS; feed++) {
            settings.with("digest.stories.feeds[%d].url".formatted(feed), at("/feed/" + feed));
        }
        return ServiceProcess.start(settings.all());
    }

    private long stories() {
        return count("select count(*) from story");
    }

    private long count(String statement) {
        return sql.sql(statement).query(Long.class).single();
    }

    private List<String> addresses() {
        return IntStream.range(0, FEEDS * STORIES)
                .mapToObj(number -> at("/story/" + number))
                .toList();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    /** Who has the feed already is told nothing of it again. */
    private void answer(HttpExchange exchange) throws IOException {
        Semaphore allowed = answers;
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String tag = "\"" + path + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            if (!allowed.tryAcquire()) {
                unanswered.incrementAndGet();
                allowed.acquire();
            }
            byte[] feed = feed(Integer.parseInt(path.replaceFirst(".*/", ""))).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the test is over
        }
    }

    private static String feed(int number) {
        StringBuilder items = new StringBuilder();
        for (int story = number * STORIES; story < (number + 1) * STORIES; story++) {
            items.append(
                    "<item><guid isPermaLink=\"false\">%1$d</guid><link>/story/%1$d</link><title>Crane %1$d turns</title></item>"
                            .formatted(story));
        }
        return "<rss version=\"2.0\"><channel><title>Cranes</title>%s</channel></rss>".formatted(items);
    }
}
