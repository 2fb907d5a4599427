package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.platform.fetch.TestNames;
import com.newgroktimes.digest.stories.PicturesElsewhere.Again;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class PicturesElsewhereTest {

    private static final String SITE = "http://127.0.0.1/%s.png"; // nobody is called there

    @Autowired
    private StoryTable table;

    @Autowired
    private Shelf shelf;

    @Autowired
    private Pictures pictures;

    @Autowired
    private PictureAnswers answers;

    @Autowired
    private GuardedFetch web;

    @Autowired
    private SettableClock clock;

    /** Whoever sends fifty stories with pictures at fifty slow sites waits for a minute, not for a quarter of an hour. */
    @Test
    void whatIsLeftWhenTheTimeIsOverIsAskedForNextTime() {
        var hasty = new PicturesElsewhere(table, shelf, pictures, answers, web, clock, Duration.ZERO);
        List<Long> ids = Stream.of("a", "b", "c").map(this::put).toList();

        hasty.complete(ids, Again.NOW);
        assertThat(asked()).containsExactly("a");
        clock.advance(Duration.ofSeconds(1));
        hasty.complete(ids, Again.NOW);
        assertThat(asked()).containsExactly("a", "b");
        clock.advance(Duration.ofSeconds(1));
        hasty.complete(ids, Again.NOW);
        assertThat(asked()).containsExactly("a", "b", "c");
    }

    @Test
    void aHostThatDoesNotExistIsAnAnswerAndANameServerThatFailsIsNone() throws IOException {
        complete(List.of("http://nobody.test/a.png", "http://nobody.test/b.png", "http://unsure.test/a.png"));

        assertThat(answer("http://nobody.test/a.png").answered()).isTrue();
        assertThat(answer("http://nobody.test/b.png").answered())
                .as("of the same host, which is not asked twice")
                .isTrue();
        assertThat(answer("http://unsure.test/a.png").answered()).isFalse();
    }

    @Test
    void aSiteThatLeadsToASilentOneIsNotSilentItself() throws IOException {
        var asked = new CopyOnWriteArrayList<String>();
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().set("Location", "http://unsure.test/elsewhere.png");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        site.start();
        try {
            String here = "http://site.test:%d".formatted(site.getAddress().getPort());
            complete(List.of(here + "/a.png", here + "/b.png"));
        } finally {
            site.stop(0);
        }

        assertThat(asked).containsExactlyInAnyOrder("/a.png", "/b.png");
    }

    private void complete(List<String> urls) throws IOException {
        try (GuardedFetch named = TestNames.fetch()) {
            new PicturesElsewhere(table, shelf, pictures, answers, named, clock, Duration.ofSeconds(30))
                    .complete(
                            urls.stream()
                                    .map(url -> put("story-" + urls.indexOf(url), url))
                                    .toList(),
                            Again.NOW);
        }
    }

    private PictureAnswer answer(String url) {
        return answers.find(List.of(url)).values().iterator().next();
    }

    private List<String> asked() {
        return Stream.of("a", "b", "c")
                .filter(name -> !answers.find(List.of(SITE.formatted(name))).isEmpty())
                .toList();
    }

    private long put(String name) {
        return put(name, SITE.formatted(name));
    }

    private long put(String name, String picture) {
        Story story = new Story(
                "https://newgroktimes.example/" + name,
                "World",
                "Headline " + name,
                "What happened, in short.",
                null,
                null,
                null,
                null,
                null,
                "en",
                Instant.parse("2026-11-24T10:00:00Z"),
                new Story.Image(picture, "What the picture shows"),
                List.of(),
                List.of());
        return shelf.put(story, StoredStory.API, Shelf.Announcement.ALONE)
                .story()
                .id();
    }
}
