package com.newgroktimes.digest.stories;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.stories.RawSite.Talk;
import com.newgroktimes.digest.stories.Stories.Collected;
import com.newgroktimes.digest.stories.StorySettings.FeedSource;
import com.newgroktimes.digest.testing.Certificate;

import static com.newgroktimes.digest.stories.FeedSite.rss;
import static com.newgroktimes.digest.stories.RawSite.endlessly;
import static com.newgroktimes.digest.stories.RawSite.saying;
import static com.newgroktimes.digest.stories.RawSite.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A feed's site that does its worst: it costs its own stories, a bounded time, and is told in words. */
@Timeout(120)
class HostileSiteTest {

    private static final String TIDES = rss("1 https://harbour.example/tides Tides turn");
    private static final String BEGUN = TIDES.substring(0, TIDES.indexOf("<item>"));
    private static final String FINE = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";
    private static final Duration SLOWLY = Duration.ofMillis(100);
    private static final Duration AT_ONCE = Duration.ZERO;

    private FeedSite neighbour;

    @BeforeEach
    void open() throws IOException {
        neighbour = new FeedSite();
        neighbour.on("/feed", rss("1 https://other.example/cranes Cranes dance"));
    }

    @AfterEach
    void close() {
        neighbour.close();
    }

    static Stream<Arguments> slowTricks() {
        return Stream.of(
                trick(
                        "it says nothing",
                        line -> endlessly(Duration.ofSeconds(5), line, new byte[0]),
                        "did not answer in time"),
                trick(
                        "a head byte by byte",
                        line -> {
                            write(line, "HTTP/1.1 200 OK\r\nX: ");
                            endlessly(SLOWLY, line, new byte[] {'x'});
                        },
                        "did not answer in time"),
                trick(
                        "a body byte by byte",
                        line -> {
                            write(line, FINE + "Content-Length: 1000000\r\n\r\n");
                            endlessly(SLOWLY, line, new byte[] {'<'});
                        },
                        "did not answer in time"));
    }

    static Stream<Arguments> tricks() {
        return Stream.of(
                trick(
                        "a body without end",
                        line -> {
                            write(line, FINE + "\r\n");
                            endlessly(AT_ONCE, line, new byte[64 * 1024]);
                        },
                        "has more than the 16,777,216 bytes that are taken"),
                trick(
                        "chunks without end",
                        line -> {
                            write(line, FINE + "Transfer-Encoding: chunked\r\n\r\n");
                            endlessly(
                                    AT_ONCE,
                                    line,
                                    "8\r\n<a>b</a>\r\n".repeat(5_000).getBytes(StandardCharsets.US_ASCII));
                        },
                        "has more than the 16,777,216 bytes that are taken"),
                trick("a gzip bomb", packed("gzip", HostileSiteTest::gzip), "has more than the 16,777,216 bytes"),
                trick(
                        "a deflate bomb",
                        packed("deflate", DeflaterOutputStream::new),
                        "has more than the 16,777,216 bytes"),
                trick("a bomb in a bomb", packed("gzip, gzip", out -> gzip(gzip(out))), "16,777,216 bytes"),
                trick(
                        "packed as nobody unpacks",
                        saying(FINE + "Content-Encoding: zstd\r\n\r\nxxxx"),
                        "is packed as zstd, and only gzip and deflate are unpacked"),
                trick(
                        "not packed at all",
                        saying(FINE + "Content-Encoding: gzip\r\n\r\n" + TIDES),
                        "its answer is not packed as it says"),
                trick(
                        "it leads in a circle",
                        saying("HTTP/1.1 301 Moved\r\nLocation: /feed\r\n\r\n"),
                        "leads in a circle, back to http://site1.test"),
                trick(
                        "it leads to nothing",
                        saying("HTTP/1.1 302 Found\r\nLocation: http://\r\n\r\n"),
                        "leads to what is no address: http://."),
                trick("it leads nowhere", saying("HTTP/1.1 302 Found\r\n\r\n"), "answered 302"),
                trick(
                        "less than it says",
                        saying(FINE + "Content-Length: 100000\r\n\r\n" + BEGUN),
                        "broke off its answer"),
                trick(
                        "a length below nothing",
                        saying(FINE + "Content-Length: -5\r\n\r\n" + TIDES),
                        "no proper HTTP (Negative content length: -5)"),
                trick(
                        "a length that is none",
                        saying(FINE + "Content-Length: many\r\n\r\n" + TIDES),
                        "no proper HTTP (Invalid content length: many)"),
                trick(
                        "two lengths",
                        saying(FINE + "Content-Length: 10\r\nContent-Length: 900\r\n\r\n" + TIDES),
                        "no proper HTTP (Multiple Content-Length headers)"),
                trick("more than it says", saying(FINE + "Content-Length: 30\r\n\r\n" + TIDES), "Line 1 is broken XML"),
                trick(
                        "chunks that are none",
                        saying(FINE + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + TIDES),
                        "no proper HTTP (Bad chunk header: zz)"),
                trick(
                        "chunks that end too soon",
                        saying(FINE + "Transfer-Encoding: chunked\r\n\r\nffff\r\n" + BEGUN),
                        "broke off its answer"),
                trick(
                        "a chunk below nothing",
                        saying(FINE + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + TIDES),
                        "no proper HTTP (Negative chunk size)"),
                trick(
                        "chunks of what nobody knows",
                        saying(FINE + "Transfer-Encoding: gzip, zchunked\r\n\r\n" + TIDES),
                        "no proper HTTP (Unsupported transfer encoding: gzip, zchunked)"),
                trick(
                        "a flood of headers",
                        saying(FINE + "X: y\r\n".repeat(100_000) + "\r\n" + TIDES),
                        "begins with more headers, or longer ones, than are read"),
                trick(
                        "a huge header",
                        saying(FINE + "X: " + "y".repeat(1_000_000) + "\r\n\r\n" + TIDES),
                        "begins with more headers, or longer ones, than are read"),
                trick("no HTTP", saying("220 relay.example ESMTP\r\n"), "it hung up without an answer"),
                trick(
                        "another HTTP",
                        saying("HTTP/9.9 200 OK\r\n\r\n" + TIDES),
                        "no proper HTTP (Unsupported version: HTTP/9.9)"),
                trick("a status that is none", saying("HTTP/1.1 999 Whatever\r\n\r\n"), "answered 999"),
                trick(
                        "a page under a feed's name",
                        saying(FINE + "\r\n<!doctype html><title>Hello</title>"),
                        "It is a web page"),
                trick(
                        "a picture",
                        saying(FINE + "\r\n\u0089PNG\r\n\u001a\n\0\0\0"),
                        "answered with no feed: It is neither XML nor JSON"),
                trick("nothing at all", saying(FINE + "Content-Length: 0\r\n\r\n"), "answered with nothing in it"),
                trick("no content", saying("HTTP/1.1 204 No Content\r\n\r\n"), "answered 204"),
                trick(
                        "nothing new for whoever knows nothing",
                        saying("HTTP/1.1 304 Not Modified\r\n\r\n"),
                        "answered 304, that nothing is new"),
                trick(
                        "a part",
                        saying("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/900\r\n\r\n" + TIDES),
                        "answered 206"),
                trick(
                        "a line that is cut",
                        line -> {
                            write(line, FINE + "Content-Length: 100000\r\n\r\n" + BEGUN);
                            line.setSoLinger(true, 0);
                        },
                        "broke off its answer"),
                trick("a line that is cut at once", line -> line.setSoLinger(true, 0), "broke off its answer"));
    }

    private static Arguments trick(String name, Talk talk, String words) {
        return arguments(name, talk, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tricks")
    void itIsToldInWordsAndCostsNoOther(String name, Talk talk, String words) throws IOException {
        costsNoOther(StoryShop::patient, name, talk, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowTricks")
    void soIsOneThatTakesItsTime(String name, Talk talk, String words) throws IOException {
        costsNoOther(StoryShop::hasty, name, talk, words);
    }

    private void costsNoOther(Function<FeedSource[], StoryShop> opened, String name, Talk talk, String words)
            throws IOException {
        try (RawSite site = new RawSite(talk)) {
            StoryShop shop = opened.apply(new FeedSource[] {site.feed("site1.test"), neighbour.feed("/feed")});
            long began = System.nanoTime();

            Collected collected = shop.stories.collect();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).as(name).isLessThan(Duration.ofSeconds(20));
            assertThat(collected.problems())
                    .singleElement()
                    .asString()
                    .startsWith("The feed " + site.at("site1.test") + (name.equals("more than it says") ? ": " : " "))
                    .contains(words)
                    .doesNotContain("Exception");
            assertThat(collected.added()).isEqualTo(1);
            assertThat(shop.stories.find("https://harbour.example/tides")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://2130706433:%d/",
                "http://0x7f.1:%d/",
                "http://017700000001:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://localhost:%d/",
                "http://inner.test:%d/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fe80::1]:%d/",
                "//127.0.0.1:%d/"
            })
    void noAnswerLeadsIntoTheHouse(String inside) throws IOException {
        try (RawSite house = new RawSite(saying(FINE + "\r\n" + TIDES))) {
            String location = inside.formatted(URI.create(house.at("h")).getPort());
            try (RawSite site = new RawSite(saying("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n"))) {
                Collected collected =
                        StoryShop.patient(site.feed("site1.test")).stories.collect();

                assertThat(collected.problems())
                        .singleElement()
                        .asString()
                        .startsWith("The feed " + site.at("site1.test"));
                assertThat(house.asked).hasValue(0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns:site1.test", "dns:other.test"})
    void whoeverCannotProveWhoTheyAreIsNotRead(String subject) throws Exception {
        var certified = Certificate.of(subject).server().getServerSocketFactory();
        try (RawSite site = new RawSite(
                "https",
                certified.createServerSocket(0, 5, InetAddress.getLoopbackAddress()),
                saying(FINE + "\r\n" + TIDES))) {
            Collected collected = StoryShop.patient(site.feed("site1.test"), neighbour.feed("/feed"))
                    .stories
                    .collect();

            assertThat(collected.problems())
                    .singleElement()
                    .asString()
                    .contains("does not prove who it is", "nobody known here has signed its certificate");
            assertThat(collected.added()).isEqualTo(1);
        }
    }

    static Stream<Arguments> breaks() {
        String cut = TIDES.replace("</channel></rss>", "<item><title>The moth");
        return Stream.of(
                arguments("less than it says", saying(FINE + "Content-Length: 100000\r\n\r\n" + cut)),
                arguments("all of it, and less than it says", saying(FINE + "Content-Length: 100000\r\n\r\n" + TIDES)),
                arguments("a chunk that is cut", saying(FINE + "Transfer-Encoding: chunked\r\n\r\nffff\r\n" + cut)),
                arguments(
                        "a packed one that is cut",
                        saying(FINE + "Content-Encoding: gzip\r\n\r\n"
                                + half(cut + "<description>"
                                        + new Random(7).ints(4_000).boxed().toList()))));
    }

    private static String half(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = gzip(bytes)) {
            zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(bytes.toByteArray(), 0, bytes.size() / 2, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void whatBreaksOffIsReadUpToThereAndToldOnce(String name, Talk talk) throws IOException {
        try (RawSite site = new RawSite(talk)) {
            StoryShop shop = StoryShop.patient(site.feed("site1.test"));

            assertThat(shop.stories.collect().problems())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "The feed " + site.at("site1.test") + " broke off its answer, and was read up to there.");
            assertThat(shop.stories.find("https://harbour.example/tides")).isPresent();
            assertThat(shop.stories.find("https://harbour.example/moths")).isEmpty();
        }
    }

    @Test
    void whatBreaksOffAndIsNoFeedUpToThereFails() throws IOException {
        try (RawSite site = new RawSite(saying(FINE + "Content-Length: 900\r\n\r\n{\"version\": \"https://jsonf"))) {
            StoryShop shop = StoryShop.patient(site.feed("site1.test"));

            assertThat(shop.stories.collect().problems())
                    .singleElement()
                    .asString()
                    .contains("could not be fetched: it broke off its answer");
        }
    }

    @Test
    void whatAnAnswerSaysOfItselfCountsLessThanWhatItIs() throws IOException {
        String umlaut = new String(
                TIDES.replace("turn", "\u00fcber").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Talk lies = saying("HTTP/1.1 200 OK\r\nContent-Type: image/png; charset=utf-16\r\n\r\n" + umlaut);
        try (RawSite site = new RawSite(lies)) {
            StoryShop shop = StoryShop.patient(site.feed("site1.test"));

            shop.stories.collect();

            assertThat(shop.stories
                            .find("https://harbour.example/tides")
                            .orElseThrow()
                            .story()
                            .headline())
                    .isEqualTo("Tides \u00fcber");
        }
    }

    @Test
    void manySlowSitesDoNotMakeTheOthersWaitForEver() throws IOException {
        try (RawSite slow = new RawSite(line -> endlessly(SLOWLY, line, new byte[0]))) {
            List<FeedSource> feeds = new ArrayList<>(IntStream.rangeClosed(1, 20)
                    .mapToObj(n -> slow.feed("site" + n + ".test"))
                    .toList());
            feeds.add(neighbour.feed("/feed"));
            long began = System.nanoTime();

            Collected collected =
                    StoryShop.hasty(feeds.toArray(FeedSource[]::new)).stories.collect();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
            assertThat(collected.added()).isEqualTo(1);
            assertThat(collected.problems()).hasSize(20);
        }
    }

    @Test
    void aHostThatTakesItsTimeLeavesTheOthersTheirTurn() throws IOException {
        try (RawSite slow = new RawSite(line -> endlessly(SLOWLY, line, new byte[0]))) {
            FeedSource first = slow.feed("site1.test");
            FeedSource second = new FeedSource(
                    FeedAddress.valueOf(slow.at("site1.test") + "/2"), null, first.interval(), null, false);
            StoryShop shop = StoryShop.givingAHost(Duration.ofMillis(200), first, second, neighbour.feed("/feed"));

            Collected collected = shop.stories.collect();

            assertThat(slow.asked).hasValue(1);
            assertThat(collected.added()).isEqualTo(1);
            assertThat(collected.problems())
                    .anySatisfy(problem -> assertThat(problem)
                            .startsWith("The feed " + second.url())
                            .contains("is left for later"));
            assertThat(shop.sources.health().get(1).askedAt()).isNull();
        }
    }

    @Test
    void aHostThatCannotBeReachedIsCalledOnce() throws IOException {
        RawSite gone = new RawSite(saying(""));
        gone.close();
        FeedSource first = gone.feed("site1.test");
        FeedSource second =
                new FeedSource(FeedAddress.valueOf(gone.at("site1.test") + "/2"), null, first.interval(), null, false);

        Collected collected = StoryShop.patient(first, second).stories.collect();

        assertThat(collected.problems())
                .anySatisfy(problem -> assertThat(problem).contains("it refuses the connection. Try again"))
                .anySatisfy(problem -> assertThat(problem).contains("was not asked after this: " + first.url()));
    }

    private interface Packing {
        OutputStream of(OutputStream out) throws IOException;
    }

    private static Talk packed(String encoding, Packing packing) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing.of(bytes)) {
            byte[] blank = new byte[1_000_000];
            for (int times = 0; times < 100; times++) {
                out.write(blank);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line -> {
            write(line, FINE + "Content-Encoding: " + encoding + "\r\n\r\n");
            line.getOutputStream().write(bytes.toByteArray());
        };
    }

    private static OutputStream gzip(OutputStream out) throws IOException {
        return new GZIPOutputStream(out);
    }
}
