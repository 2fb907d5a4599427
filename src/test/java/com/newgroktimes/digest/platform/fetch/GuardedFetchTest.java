package com.newgroktimes.digest.platform.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.platform.fetch.GuardedFetch.Bounds;

import static com.newgroktimes.digest.testing.SamplePublication.PUBLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Against a site that does its worst; {@code site.test} is the one host that may be asked though it is here. */
class GuardedFetchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Bounds PATIENT = new Bounds(PATIENCE, PATIENCE, PATIENCE);
    private static final Bounds HASTY = new Bounds(PATIENCE, Duration.ofMillis(500), Duration.ofSeconds(1));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Headers> asked = new CopyOnWriteArrayList<>();
    private final List<String> methods = new CopyOnWriteArrayList<>();

    private HttpServer site;
    private GuardedFetch fetch;
    private GuardedFetch hasty;

    private interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void aSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(threads);
        site.start();
        fetch = fetch(PATIENT);
        hasty = fetch(HASTY);
        on("/fine", exchange -> answer(exchange, 200, "fine".getBytes(StandardCharsets.UTF_8)));
    }

    private static GuardedFetch fetch(Bounds bounds) {
        return new GuardedFetch(
                new GuardedResolver(List.of(HostName.valueOf("Site.test.")), new TestNames()), PUBLICATION, bounds);
    }

    @AfterEach
    void noSite() throws IOException {
        fetch.close();
        hasty.close();
        site.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatIsThereIsFetched() {
        Fetched fetched = fetch.get(at("site.test", "/fine"), 4);

        assertThat(fetched.body()).asString(StandardCharsets.UTF_8).isEqualTo("fine");
        assertThat(asked.get(0).getFirst("User-Agent"))
                .isEqualTo("NewGrokTimesDigest/1 (+https://digest.example.org/help)");
        assertThat(asked.get(0)).doesNotContainKeys("Cookie", "Authorization", "Referer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inner.test",
                "mixed.test",
                "localhost",
                "127.0.0.1",
                "2130706433",
                "[::1]",
                "[::ffff:7f00:1]",
                "0.0.0.0"
            })
    void aHostThatIsNotOnTheOpenInternetIsNotCalled(String host) {
        assertThat(fault(at(host, "/fine"), 100)).contains("is not on the open internet", "digest.fetch.allowed-hosts");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, is not fetched: 127.0.0.1 is not on the open internet.",
        "[::1], is not fetched: [::1] is not on the open internet.",
        "2130706433, 'is not fetched: 2130706433 is at 127.0.0.1, which is not on the open internet.'",
        "inner.test, ', which is not on the open internet.'"
    })
    void aHostIsNamedOnceByItsAddress(String host, String words) {
        assertThat(fault(at(host, "/fine"), 100)).contains(words);
    }

    @Test
    void aPortThatTakesNoCallsIsToldInOurWords() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        URI address = URI.create("http://site.test:" + port + "/");

        assertThat(fault(address, 100))
                .isEqualTo(
                        "%s could not be fetched: it refuses the connection. Try again, and look at that site if it goes on."
                                .formatted(address));
    }

    @Test
    void norOneThatARedirectLeadsTo() {
        redirect("/inside", at("inner.test", "/fine").toString());

        assertThat(fault(at("site.test", "/inside"), 100)).contains("inner.test", "is not on the open internet");
        assertThat(asked).hasSize(1);
    }

    /** Were the name asked a second time for the call, the address that was looked at would not be the one that is called. */
    @Test
    void aNameThatLeadsElsewhereAMomentLaterLeadsNobodyInside() throws IOException {
        AtomicInteger lookUps = new AtomicInteger();
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                String address = lookUps.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1";
                return new InetAddress[] {InetAddress.getByName(address)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        Bounds brief = new Bounds(Duration.ofMillis(300), PATIENCE, PATIENCE);
        try (GuardedFetch rebound = new GuardedFetch(new GuardedResolver(List.of(), rebinding), PUBLICATION, brief)) {
            URI address = at("rebinds.test", "/fine");

            assertThat(catchThrowableOfType(FetchFault.class, () -> rebound.get(address, 100))
                            .kind())
                    .isNotEqualTo(FetchFault.Kind.CLOSED);
            assertThat(lookUps).hasValue(1);
            assertThat(catchThrowableOfType(FetchFault.class, () -> rebound.get(address, 100))
                            .kind())
                    .isEqualTo(FetchFault.Kind.CLOSED);
            assertThat(asked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://site.test/x", "javascript:alert(1)", "gopher://site.test/"})
    void aRedirectLeavesTheWebNowhere(String elsewhere) {
        redirect("/out", elsewhere);

        assertThat(fault(at("site.test", "/out"), 100)).contains("is no address on the web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[fe80::1%1]/", "http://h:99999/", "http://ada:secret@site.test/"})
    void aRedirectToWhatNobodyCanCallIsAnAnswer(String elsewhere) {
        redirect("/out", elsewhere);

        assertThat(fault(at("site.test", "/out"), 100)).startsWith(elsewhere + " ");
        assertThat(kind(at("site.test", "/out"))).isEqualTo(FetchFault.Kind.ANSWER);
    }

    @Test
    void redirectsAreFollowedAFewTimes() {
        redirect("/1", "/2");
        redirect("/2", at("site.test", "/fine").toString());
        redirect("/round", "/back");
        redirect("/back", "/round");
        for (int n = 10; n < 16; n++) {
            redirect("/" + n, "/" + (n + 1));
        }

        assertThat(fetch.get(at("site.test", "/1"), 100).address()).isEqualTo(at("site.test", "/fine"));
        assertThat(fault(at("site.test", "/10"), 100)).contains("leads on more than 5 times");
        assertThat(fault(at("site.test", "/round"), 100))
                .contains("leads in a circle, back to " + at("site.test", "/round") + ".");
    }

    @Test
    void aNameThatIsNobodysIsTold() {
        assertThat(fault(at("nobody.test", "/"), 100)).contains("there is no host nobody.test");
    }

    @Test
    void aNameServerThatFailsSaysNothingOfTheHost() {
        assertThat(fault(at("unsure.test", "/"), 100))
                .contains("could not be looked up: no name server tells where unsure.test is")
                .doesNotContain("there is no host");
    }

    @Test
    void whatIsNotThereIsToldWithItsStatus() {
        assertThat(fault(at("site.test", "/nothing"), 100)).startsWith(at("site.test", "/nothing") + " answered 404.");
    }

    @Test
    void anAnswerIsBoundedInBytes() {
        on("/large", exchange -> answer(exchange, 200, new byte[101]));

        assertThat(fault(at("site.test", "/large"), 100)).contains("has more than the 100 bytes");
    }

    @Test
    void andAfterItIsUnpacked() throws IOException {
        byte[] bomb = zipped(20_000_000);
        on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, bomb);
        });

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThat(fault(at("site.test", "/bomb"), 1_000_000)).contains("has more than the 1,000,000 bytes");
    }

    @Test
    void aHeadWithoutEndIsAnAnswer() throws IOException {
        String line = "X-More: " + "x".repeat(1000) + "\r\n";
        for (String flood : List.of(line.repeat(500), "X-Long: " + "x".repeat(100_000) + "\r\n")) {
            try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                threads.execute(() -> say(other, "HTTP/1.1 200 OK\r\n" + flood + "\r\n"));

                assertThat(kindOfGet(URI.create("http://site.test:" + other.getLocalPort() + "/")))
                        .isEqualTo(FetchFault.Kind.ANSWER);
            }
        }
    }

    @Test
    void whatIsNotPackedAsItSaysIsAnAnswer() throws IOException {
        byte[] whole = zipped(5_000);
        packed("/never", new byte[] {'n', 'o'});
        packed("/cut", Arrays.copyOf(whole, whole.length / 2));

        assertThat(kindOfGet(at("site.test", "/never"))).isEqualTo(FetchFault.Kind.ANSWER);
        assertThat(kindOfGet(at("site.test", "/cut"))).isEqualTo(FetchFault.Kind.ANSWER);
    }

    /** An LZMA head that asks for a dictionary of 2 GB is thirteen bytes long. */
    @ParameterizedTest
    @ValueSource(strings = {"lzma", "xz", "pack200", "br", "zstd", "gzip, lzma"})
    void nothingIsUnpackedThatWasNotAskedFor(String packing) {
        packed("/packed", packing, new byte[] {0x5D, -1, -1, -1, 0x7F, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0});

        assertThat(fault(at("site.test", "/packed"), 100))
                .contains("is packed as " + packing.replace("gzip, ", ""), "only gzip and deflate");
        assertThat(asked.get(0).get("Accept-Encoding")).containsExactly("gzip, deflate");
    }

    private void packed(String path, byte[] body) {
        packed(path, "gzip", body);
    }

    private void packed(String path, String packing, byte[] body) {
        on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", packing);
            answer(exchange, 200, body);
        });
    }

    @Test
    void whatIsNoHttpIsAnAnswer() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> say(other, "HTTP/1.1 200 OK\r\nno header\r\n\r\n"));

            assertThat(kindOfGet(URI.create("http://site.test:" + other.getLocalPort() + "/")))
                    .isEqualTo(FetchFault.Kind.ANSWER);
        }
    }

    private static void say(ServerSocket socket, String words) {
        try (var line = socket.accept()) {
            line.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            line.shutdownOutput();
            line.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            // whoever listened has heard enough
        }
    }

    private FetchFault.Kind kindOfGet(URI address) {
        return catchThrowableOfType(FetchFault.class, () -> fetch.get(address, 1_000_000))
                .kind();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 404})
    void anAnswerThatNeverEndsIsBrokenOff(int status) {
        on("/dribble", exchange -> {
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", "/dribble");
            }
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                dribble(body);
            }
        });

        assertThat(faultSoon(at("site.test", "/dribble"))).isNotEmpty();
    }

    @Test
    void norIsAHeaderThatNeverEndsWaitedFor() throws IOException {
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (var line = slow.accept()) {
                    line.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                    dribble(line.getOutputStream());
                } catch (IOException broken) {
                    // as it should be
                }
            });

            assertThat(faultSoon(URI.create("http://site.test:" + slow.getLocalPort() + "/")))
                    .contains("did not answer in time");
        }
    }

    private String faultSoon(URI address) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> fault(hasty, address, 100_000));
    }

    private static void dribble(OutputStream out) throws IOException {
        for (int i = 0; i < 600; i++) {
            out.write('x');
            out.flush();
            pause();
        }
    }

    @Test
    void silenceIsNotWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://site.test:" + silent.getLocalPort() + "/");
            FetchFault fault = catchThrowableOfType(FetchFault.class, () -> hasty.get(address, 100));

            assertThat(fault.sentence()).startsWith(address + " did not answer in time.");
            assertThat(fault.isOfWholeHost()).isTrue();
        }
    }

    @Test
    void whoeverOnlyLooksTakesNothing() {
        on("/there", exchange -> answer(exchange, 200, new byte[0]));
        redirect("/1", "/2");
        redirect("/2", "/there");

        Visit visit = visit("/1");

        assertThat(visit.status()).isEqualTo(200);
        assertThat(visit.redirects()).isEqualTo(2);
        assertThat(methods).containsOnly("HEAD");
        assertThat(asked.get(0).getFirst("User-Agent")).startsWith("NewGrokTimesDigest/1");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405, 501})
    void whereHeadIsRefusedTheAnswerToGetCounts(int refusal) {
        on("/there", exchange -> answer(exchange, head(exchange) ? refusal : 200, new byte[0]));
        on("/gone", exchange -> answer(exchange, 410, new byte[0]));

        assertThat(visit("/there").status()).isEqualTo(200);
        assertThat(visit("/gone").status()).isEqualTo(410);
        assertThat(methods).containsExactly("HEAD", "GET", "HEAD", "GET");
    }

    @Test
    void whoSaysThatItIsTooOftenIsNotAskedTwice() {
        on("/busy", exchange -> answer(exchange, 429, new byte[0]));

        assertThat(visit("/busy").status()).isEqualTo(429);
        assertThat(methods).containsExactly("HEAD");
    }

    @Test
    void whyNothingWasSeenIsTold() throws IOException {
        redirect("/inside", at("inner.test", "/fine").toString());
        redirect("/round", "/round");

        assertThat(kind(at("site.test", "/inside"))).isEqualTo(FetchFault.Kind.CLOSED);
        assertThat(kind(at("site.test", "/round"))).isEqualTo(FetchFault.Kind.ROUNDABOUT);
        assertThat(kind(at("nobody.test", "/"))).isEqualTo(FetchFault.Kind.NO_SUCH_HOST);
        assertThat(kind(at("unsure.test", "/"))).isEqualTo(FetchFault.Kind.SILENCE);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(kind(hasty, URI.create("http://site.test:" + silent.getLocalPort() + "/")))
                    .isEqualTo(FetchFault.Kind.SILENCE);
        }
    }

    private Visit visit(String path) {
        return fetch.visit(at("site.test", path), PATIENCE);
    }

    private FetchFault.Kind kind(URI address) {
        return kind(fetch, address);
    }

    private static FetchFault.Kind kind(GuardedFetch fetch, URI address) {
        return catchThrowableOfType(FetchFault.class, () -> fetch.visit(address, PATIENCE))
                .kind();
    }

    private static boolean head(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }

    private String fault(URI address, int mostBytes) {
        return fault(fetch, address, mostBytes);
    }

    private static String fault(GuardedFetch fetch, URI address, int mostBytes) {
        return catchThrowableOfType(FetchFault.class, () -> fetch.get(address, mostBytes))
                .sentence();
    }

    private URI at(String host, String path) {
        return URI.create("http://" + host + ":" + site.getAddress().getPort() + path);
    }

    private void redirect(String from, String to) {
        on(from, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            answer(exchange, 302, new byte[0]);
        });
    }

    private void on(String path, Reply reply) {
        site.createContext(path, exchange -> {
            asked.add(exchange.getRequestHeaders());
            methods.add(exchange.getRequestMethod());
            reply.to(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] zipped(int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }
}
