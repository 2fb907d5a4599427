package com.newgroktimes.digest.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Purpose;
import com.newgroktimes.digest.platform.TestKeys;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 8058 after years, for whoever is gone, and for a provider that presses for all of its users. */
@DigestTest
class OneClickForEverTest {

    private static final int READERS = 500;
    private static final int CLIENTS = 8;
    private static final int EACH = 1_250;

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient database;

    /** Half of them press for one and the same reader. */
    @Test
    void tenThousandPressesFromOneAddressAreAllHeard() throws Exception {
        new Newsroom(stories, editions, database).hasReaders(READERS);
        List<URI> everyones =
                IntStream.rangeClosed(1, READERS).mapToObj(links::unsubscribe).toList();
        HttpClient provider =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Callable<Long> presses = () -> IntStream.range(0, EACH)
                .mapToObj(i -> press(provider, everyones.get(i % 2 == 0 ? 0 : i / 2 % READERS)))
                .filter(OneClickForEverTest::isPlainYes)
                .count();

        assertThat(atOnce(Collections.nCopies(CLIENTS, presses))).containsOnly((long) EACH);
        assertThat(database.sql("select count(*) from subscriber where state = 'UNSUBSCRIBED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(READERS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.newgroktimes.digest.site.OneClickTest#bodies")
    void noLinkIsEverTooOld(String name, @Nullable String type, BodyPublisher body) {
        long faithful = readers.confirmed("faithful@example.org").id();
        long underTheOldKey = readers.confirmed("old-key@example.org").id();
        long gone = readers.confirmed("left@example.org").id();
        long erased = readers.confirmed("erased@example.org").id();
        List<URI> letters = List.of(
                links.unsubscribe(faithful),
                URI.create(
                        "/u/" + TestKeys.links().sign(Purpose.undated("unsubscribe"), underTheOldKey, Instant.EPOCH)),
                links.unsubscribe(gone),
                links.unsubscribe(erased));
        subscribers.leave(gone, "test");
        subscribers.erase(erased, "test");
        clock.advance(Duration.ofDays(9 * 365));
        Visitor program = new Visitor(port);

        for (URI letter : letters) {
            for (int time = 1; time <= 2; time++) {
                Page answer = program.sends("POST", letter, type, body);
                assertThat(isPlainYes(answer.response()))
                        .as(letter + ", time " + time)
                        .isTrue();
            }
        }

        for (String address : List.of("faithful@example.org", "old-key@example.org", "left@example.org")) {
            assertThat(readers.find(address).state()).as(address).isEqualTo(SubscriberState.UNSUBSCRIBED);
        }
        assertThat(readers.knows("erased@example.org")).isFalse();
    }

    private HttpResponse<String> press(HttpClient provider, URI link) {
        try {
            return provider.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + link.getPath()))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Without a word that a mail program would have to act on. */
    private static boolean isPlainYes(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && answer.headers().firstValue("Set-Cookie").isEmpty()
                && answer.headers().firstValue("Location").isEmpty();
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(acts.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : clients.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            clients.shutdown();
        }
    }
}
