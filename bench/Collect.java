import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The feeds of bench/collect, and who asks the service to collect them. */
public class Collect {

    private static final Pattern COUNTS = Pattern.compile("\"added\":(\\d+),\"changed\":(\\d+),\"unchanged\":(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final String PARAGRAPH = "<p>The harbour has a language of three hundred words, made by dockers of forty nations, "
            + "and linguists would like to write it down. <a href=\"https://harbour.example/more\">Read on</a>.</p>";

    private final int port;
    private final String token;
    private final int feeds;
    private final int eachHas;
    private final ProcessHandle service;
    private final ProcessHandle database;
    /** Which of the stories are told otherwise than at first: every n-th, and how often. */
    private volatile int changedEvery = Integer.MAX_VALUE;
    private volatile int changes;

    Collect(String[] args) {
        port = Integer.parseInt(args[0]);
        token = args[2];
        feeds = Integer.parseInt(args[3]);
        eachHas = Integer.parseInt(args[4]) / feeds;
        service = ProcessHandle.of(Long.parseLong(args[5])).orElseThrow();
        database = ProcessHandle.of(Long.parseLong(args[6])).orElseThrow();
    }

    public static void main(String[] args) {
        try {
            run(new Collect(args), args);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the feeds' threads would keep the process
        }
    }

    private static void run(Collect bench, String[] args) throws Exception {
        // The service has asked by itself when it started, found nobody, and comes again in two days: it is alone with what follows.
        Thread.sleep(30_000);
        HttpServer site = bench.site(Integer.parseInt(args[1]));
        bench.again("all new");
        bench.again("none new");
        bench.change(100);
        bench.again("1 % changed");
        bench.assemble("assembled");
        bench.change(100);
        bench.again("1 % changed, all of them in an edition that is open");
        bench.assemble("and again");
        site.stop(0);
    }

    private HttpServer site(int at) throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress("0.0.0.0", at), 1000);
        site.setExecutor(Executors.newFixedThreadPool(16));
        site.createContext("/", this::answer);
        site.start();
        return site;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int feed = Integer.parseInt(exchange.getRequestURI().getPath().replaceAll("\\D", ""));
            boolean changed = Stream.iterate(0, item -> item < eachHas, item -> item + 1)
                    .anyMatch(item -> isChanged(feed, item));
            String etag = "\"%d\"".formatted(changed ? changes : 0);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = feed(feed).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private boolean isChanged(int feed, int item) {
        return changes > 0 && (feed * eachHas + item) % changedEvery == 0;
    }

    private void change(int every) {
        changedEvery = every;
        changes++;
    }

    /** As blogs have it: a summary, a body of a few paragraphs, a date of the week that closed last. */
    private String feed(int feed) {
        LocalDate monday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        StringBuilder rss = new StringBuilder(
                "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Paper %d</title>".formatted(feed));
        for (int item = 0; item < eachHas; item++) {
            String headline = "Story %d of paper %d%s".formatted(item, feed, isChanged(feed, item) ? ", version " + changes : "");
            String date = monday.minusDays(3).atTime(item % 24, item % 60).atOffset(ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME);
            rss.append("<item><title>").append(headline)
                    .append("</title><link>https://paper").append(feed).append(".example/").append(item)
                    .append("</link><guid isPermaLink=\"false\">").append(feed).append('-').append(item)
                    .append("</guid><pubDate>").append(date)
                    .append("</pubDate><description>").append(headline).append(": what happened at the harbour, in a sentence or two.</description>")
                    .append("<content:encoded><![CDATA[").append(PARAGRAPH.repeat(8)).append("]]></content:encoded></item>");
        }
        return rss.append("</channel></rss>").toString();
    }

    /** Nobody asks a feed twice within a minute. */
    private void again(String name) throws Exception {
        Thread.sleep(Long.getLong("pause", 61_000));
        collect(name);
    }

    private void collect(String name) throws Exception {
        String answer = timed(name, "/api/v1/stories/collect", "");
        Matcher counts = COUNTS.matcher(answer);
        System.out.println("    " + (counts.find() ? counts.group() : answer));
    }

    private void assemble(String name) throws Exception {
        String answer = timed(name, "/api/v1/editions", "{\"week\":\"last\"}");
        Matcher number = NUMBER.matcher(answer);
        long stories = Pattern.compile("\"position\":").matcher(answer).results().count();
        System.out.println("    edition " + (number.find() ? number.group(1) + " of " + stories + " stories" : answer));
    }

    private String timed(String name, String path, String body) throws Exception {
        long[] before = {used(service), used(database), used(ProcessHandle.current())};
        long began = System.nanoTime();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        double seconds = (System.nanoTime() - began) / 1e9;
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        System.out.printf(
                "%s: %.1f s   %.3f ms a story   processors: %.1f s in the service, %.1f in PostgreSQL, %.1f in the feeds%n",
                name,
                seconds,
                1000 * seconds / (feeds * eachHas),
                (used(service) - before[0]) / 1e3,
                (used(database) - before[1]) / 1e3,
                (used(ProcessHandle.current()) - before[2]) / 1e3);
        return answer.body();
    }

    /** Milliseconds of the processors that it has used, with those whom it started. */
    private static long used(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.children())
                .mapToLong(one -> one.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
                .sum();
    }
}
