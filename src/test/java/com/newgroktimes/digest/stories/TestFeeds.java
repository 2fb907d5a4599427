package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import com.newgroktimes.digest.stories.StorySettings.FeedSource;

/** A feed of a running service, for as long as it is open, though the settings that it was started with name none. */
public final class TestFeeds implements AutoCloseable {

    public static final String NAME = "The harbour";

    private final HttpServer server;
    private final Object feeds;
    private final @Nullable Object before;

    private volatile int status = 200;
    private volatile String feed = FeedSite.rss("1 https://harbour.example/cranes Cranes dance");
    private volatile String retryAfter = "";

    public TestFeeds(ApplicationContext context) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        feeds = context.getBean(Feeds.class);
        before = ReflectionTestUtils.getField(feeds, "settings");
        FeedSource feed = new FeedSource(FeedAddress.valueOf(url()), "News", Duration.ofDays(30), NAME, false);
        // By itself it is asked after the test.
        context.getBean(JdbcClient.class)
                .sql("insert into story_feed (url, asked_at, next_at) values (:url, '2026-01-01', '2036-01-01')")
                .param("url", url())
                .update();
        ReflectionTestUtils.setField(feeds, "settings", new StorySettings(null, false, List.of(feed), false, false));
    }

    public String url() {
        return "http://localhost:%d/feed.xml".formatted(server.getAddress().getPort());
    }

    public void answers(int with) {
        status = with;
    }

    public void tells(String rss) {
        feed = rss;
    }

    /** @param wait what it says of {@code Retry-After} */
    public void answers(int with, String wait) {
        status = with;
        retryAfter = wait;
    }

    /** After its only story. */
    public void breaksOff() {
        feed = feed.replace("</channel></rss>", "<item><title>Tid");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = status == 200 ? feed.getBytes(StandardCharsets.UTF_8) : new byte[0];
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        ReflectionTestUtils.setField(feeds, "settings", before);
        server.stop(0);
    }
}
