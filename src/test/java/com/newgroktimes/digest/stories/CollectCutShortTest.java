package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    @TempDir
    private Path data;

    CollectCutShortTest() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", CollectCutShortTest::answer);
        site.start();
    }

    @AfterEach
    void stopTheSite() {
        site.stop(0);
    }

    @Test
    void everyStoryIsThereOnceAndNoFeedStaysClaimed() throws Exception {
        diesWith(FEEDS * STORIES / 5, Duration.ZERO);
        diesWith(FEEDS * STORIES / 2, Duration.ofMinutes(11));

        try (ServiceProcess service = start(Duration.ofMinutes(22))) {
            within(PATIENCE, "every feed was read to its end", () -> count("""
                    select count(*) from story_feed where next_at > asked_at and etag is not null and fault is null""") == FEEDS);
            assertThat(service.output()).doesNotContain("ERROR");
        }
        assertThat(sql.sql("select url from story").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(addresses());
        assertThat(count("select count(distinct story) from story_feed_item")).isEqualTo(FEEDS * STORIES);
    }

    /** @param later how much later it is for it than for the one before: what was claimed is nobody's again after ten minutes */
    private void diesWith(int stories, Duration later) throws Exception {
        try (ServiceProcess service = start(later)) {
            within(PATIENCE, stories + " stories are there", () -> count("select count(*) from story") >= stories);
            service.kill();
        }
        assertThat(count("select count(*) from story")).isLessThan(FEEDS * STORIES);
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
    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String tag = "\"" + path + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] feed = feed(Integer.parseInt(path.replaceFirst(".*/", ""))).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
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
