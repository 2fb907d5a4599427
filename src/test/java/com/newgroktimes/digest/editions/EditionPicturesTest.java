package com.newgroktimes.digest.editions;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

import com.github.kagkarlsson.scheduler.task.Task;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.digest.DigestRenderer;
import com.newgroktimes.digest.mail.Slot;
import com.newgroktimes.digest.operator.Proposals;
import com.newgroktimes.digest.stories.PicturesElsewhere;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures on the publication's own site, which is at localhost here, and allowed. */
@DigestTest
class EditionPicturesTest {

    private final AtomicInteger asked = new AtomicInteger();
    private int status = 200;
    private HttpServer site;

    @Autowired
    private Editions editions;

    @Autowired
    private Archive archive;

    @Autowired
    private Stories stories;

    @Autowired
    private PicturesElsewhere pictures;

    @Autowired
    private DigestRenderer renderer;

    @Autowired
    private Proposals proposals;

    @Autowired
    @Qualifier("takeDueStories")
    private Task<Void> minutely;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void theSite() throws IOException {
        byte[] picture = picture();
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/hero.png", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(status, status == 200 ? picture.length : -1);
            if (status == 200) {
                exchange.getResponseBody().write(picture);
            }
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void noSite() {
        site.stop(0);
    }

    @Test
    void aPictureIsFetchedWhenTheEditionIsAssembledAndServedByUs() {
        put("chips", atSite("localhost"));
        assertThat(asked).hasValue(0);

        Edition edition = editions.assemble("current").edition();

        assertThat(asked).hasValue(1);
        String hash = edition.stories().get(0).picture();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(html(edition))
                .contains("src=\"https://digest.example.org/pictures/" + hash + ".jpg\"")
                .contains("alt=\"What the picture shows\"")
                .doesNotContain("hero.png");
        assertThat(row(edition).level()).isEqualTo(Level.FINE);
        assertThat(edition.state()).isEqualTo(EditionState.READY);
    }

    @Test
    void itIsFetchedOnce() {
        put("chips", atSite("localhost"));
        editions.assemble("current");
        editions.assemble("current");
        put("docks", atSite("localhost"));
        put("chips, told anew", atSite("localhost"));
        editions.completePictures();

        assertThat(asked).hasValue(1);
        assertThat(editions.get(1).stories())
                .hasSize(3)
                .extracting(EditionStory::picture)
                .doesNotContainNull();
    }

    @Test
    void aStoryThatComesIntoAnEditionBringsItsPicture() {
        put("docks", null);
        editions.assemble("current");

        put("chips", atSite("localhost"));
        editions.completePictures();

        assertThat(editions.get(1).stories())
                .filteredOn(story -> story.content().headline().equals("chips"))
                .extracting(EditionStory::picture)
                .doesNotContainNull();
    }

    @Test
    void aStoryThatItsSourceTellsAnewKeepsItsPicture() throws IOException {
        write(
                "Chips hum",
                "image:",
                "  url: " + atSite("localhost"),
                "  alt: What the picture shows",
                "tldr: In short.");
        stories.collect();
        String picture = editions.assemble("current").edition().stories().get(0).picture();
        write(
                "Chips hum on",
                "image:",
                "  url: " + atSite("localhost"),
                "  alt: What the picture shows",
                "tldr: In short.");

        stories.collect();

        assertThat(editions.get(1).stories()).singleElement().satisfies(story -> {
            assertThat(story.content().headline()).isEqualTo("Chips hum on");
            assertThat(story.picture()).isNotNull().isEqualTo(picture);
        });

        write("Chips hum on", "image:", "  url: /no/such.jpg", "tldr: In short.");
        stories.collect();
        assertThat(editions.get(1).stories().get(0).picture()).isNull();
    }

    @Test
    void whatIsCollectedMeanwhileHasItsPictureWithinAMinute() throws IOException {
        put("docks", null);
        editions.assemble("current");
        write(
                "Chips hum",
                "image:",
                "  url: " + atSite("localhost"),
                "  alt: What the picture shows",
                "tldr: In short.");
        stories.collect();

        everyMinute();

        assertThat(editions.get(1).stories())
                .filteredOn(story -> story.content().headline().equals("Chips hum"))
                .extracting(EditionStory::picture)
                .doesNotContainNull();
    }

    @Test
    void aSiteThatRefusesIsNotAskedEveryMinute() {
        status = 404;
        put("chips", atSite("localhost"));
        editions.assemble("current");

        clock.advance(Duration.ofMinutes(11));
        everyMinute();

        assertThat(asked).hasValue(1);
    }

    @Test
    void aStoryWhoseProposedTldrIsAcceptedBringsItsPicture() throws IOException {
        put("docks", null);
        editions.assemble("current");
        write("Chips hum", "image:", "  url: " + atSite("localhost"), "bodyHtml: <p>They hum in the dark.</p>");
        stories.collect();
        assertThat(editions.get(1).stories()).hasSize(1);

        proposals.accept("current", 1);

        assertThat(editions.get(1).stories())
                .hasSize(2)
                .filteredOn(story -> story.content().headline().equals("Chips hum"))
                .extracting(EditionStory::picture)
                .doesNotContainNull();
    }

    @Test
    void oneThatCannotBeHadIsNamedAndAskedForAgainByTheNextCheck() {
        status = 503;
        put("chips", atSite("localhost"));
        Edition edition = editions.assemble("current").edition();

        assertThat(row(edition).level()).isEqualTo(Level.LOOK);
        assertThat(row(edition).message())
                .startsWith("“chips” goes out without its picture. %s answered 503.".formatted(atSite("localhost")));
        assertThat(edition.state()).isEqualTo(EditionState.READY);
        assertThat(html(edition)).doesNotContain("<img");

        status = 200;
        editions.check(1);

        assertThat(row(edition).level()).isEqualTo(Level.FINE);
        assertThat(editions.get(1).contentHash()).isNotEqualTo(edition.contentHash());
    }

    @Test
    void whatWasAnsweredStopsWhereThatIsWantedAndNoAnswerNever() {
        var strict =
                new PicturesCheck(pictures, new CheckSettings(CheckSettings.Strictness.STOPS, List.of(), List.of()));
        status = 503;
        put("chips", atSite("localhost"));
        editions.assemble("current");
        assertThat(strict.look(editions.get(1))).extracting(Finding::level).containsExactly(Level.STOPS);

        site.stop(0);
        editions.check(1);
        assertThat(strict.look(editions.get(1))).extracting(Finding::level).containsExactly(Level.UNCHECKED);
        assertThat(row(editions.get(1)).level()).isEqualTo(Level.UNCHECKED);
    }

    @Test
    void aSiteThatIsDownIsNotAskedAtEveryTurn() {
        status = 503;
        put("chips", atSite("localhost"));
        editions.assemble("current");
        editions.assemble("current");
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofMinutes(11));
        editions.assemble("current");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aHostInsideIsNotAsked() {
        put("chips", atSite("127.0.0.1"));
        Edition edition = editions.assemble("current").edition();

        assertThat(asked).hasValue(0);
        assertThat(row(edition).message()).contains("127.0.0.1 is not on the open internet");
    }

    @Test
    void aMendedRevisionHasThePicturesThatAreFetchedForIt() {
        put("chips", null);
        Edition wrong = editions.assemble("current").edition();
        database.sql("update edition set state = 'PAUSED', frozen_at = :now where number = 1")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        put("chips", atSite("localhost"));

        Edition mended = editions.revise(1);

        assertThat(mended.stories().get(0).picture()).isNotNull();
        assertThat(mended.contentHash()).isNotEqualTo(wrong.contentHash());
        assertThat(html(mended)).contains("<img");
        assertThat(archive.findPublished(1).orElseThrow().contentHash()).isEqualTo(wrong.contentHash());
    }

    @Test
    void aFrozenEditionKeepsThePictureThatItHad() {
        status = 404;
        put("chips", atSite("localhost"));
        Edition edition = editions.assemble("current").edition();
        editions.hold(1, edition.contentHash(), 0, "Ana", clock.instant());

        status = 200;
        editions.check(1);

        assertThat(asked).hasValue(1);
        assertThat(editions.get(1).contentHash()).isEqualTo(edition.contentHash());
    }

    private void put(String headline, @Nullable String picture) {
        Story.Image image = picture == null ? null : new Story.Image(picture, "What the picture shows");
        stories.put(
                new Story(
                        "https://newgroktimes.example/" + headline.replaceAll("\\W+", "-"),
                        "World",
                        headline,
                        "What happened, in short.",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "en",
                        Instant.parse("2026-11-24T10:00:00Z"),
                        image,
                        List.of(),
                        List.of()),
                StoredStory.API);
    }

    private static void write(String headline, String... more) throws IOException {
        Files.writeString(
                ServiceUnderTest.STORIES.resolve("chips.md"),
                "---\nheadline: %s\npublishedAt: 2026-11-24T10:00:00Z\n%s\n---\n"
                        .formatted(headline, String.join("\n", more)));
    }

    /** Nothing of it asks in which execution it is. */
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private void everyMinute() {
        minutely.execute(null, null);
    }

    private String atSite(String host) {
        return "http://%s:%d/hero.png".formatted(host, site.getAddress().getPort());
    }

    private Check row(Edition edition) {
        return editions.checks(edition.number()).stream()
                .filter(check -> check.rule().equals("pictures"))
                .findFirst()
                .orElseThrow();
    }

    private String html(Edition edition) {
        return renderer.render(edition, new Variant("en", "html", List.of()))
                .skeleton()
                .html(Map.of(
                        Slot.ADDRESS, "a@example.org",
                        Slot.SIGNED_UP, "today",
                        Slot.UNSUBSCRIBE, "https://digest.example.org/u/x",
                        Slot.SETTINGS, "https://digest.example.org/settings/x"));
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
