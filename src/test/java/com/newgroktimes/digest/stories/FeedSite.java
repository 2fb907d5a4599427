package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import com.newgroktimes.digest.stories.StorySettings.FeedSource;

/** A site with feeds, at {@code site.test}, that answers what it is told to. */
final class FeedSite implements AutoCloseable {

    /** What was asked, by whom and how. */
    record Request(String path, Headers headers) {}

    private record Reply(int status, Map<String, String> headers, String body) {}

    final List<Request> requests = new CopyOnWriteArrayList<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> heldBack = new ConcurrentHashMap<>();
    private final HttpServer server;

    FeedSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    FeedSource feed(String path) {
        return new FeedSource(FeedAddress.valueOf(at(path)), "News", Duration.ofMinutes(15), null, false);
    }

    String at(String path) {
        return "http://site.test:" + server.getAddress().getPort() + path;
    }

    void on(String path, int status, Map<String, String> headers, String body) {
        replies.put(path, new Reply(status, headers, body));
    }

    void on(String path, String body) {
        on(path, 200, Map.of(), body);
    }

    /** Answers there only when that is counted down. */
    CountDownLatch holdsBack(String path) {
        CountDownLatch answer = new CountDownLatch(1);
        heldBack.put(path, answer);
        return answer;
    }

    /** An RSS feed with these items: {@code guid link headline}. */
    static String rss(String... items) {
        StringBuilder all = new StringBuilder("<rss version=\"2.0\"><channel><title>Little Harbour</title>");
        for (String item : items) {
            String[] parts = item.split(" ", 3);
            all.append("<item><guid isPermaLink=\"false\">%s</guid><link>%s</link><title>%s</title></item>"
                    .formatted((Object[]) parts));
        }
        return all.append("</channel></rss>").toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(new Request(path, exchange.getRequestHeaders()));
            await(path);
            Reply reply = replies.getOrDefault(path, new Reply(404, Map.of(), ""));
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(reply.status(), -1);
                return;
            }
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void await(String path) throws IOException {
        CountDownLatch answer = heldBack.get(path);
        try {
            if (answer != null && !answer.await(1, TimeUnit.MINUTES)) {
                throw new IOException("Nobody let the answer go.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
