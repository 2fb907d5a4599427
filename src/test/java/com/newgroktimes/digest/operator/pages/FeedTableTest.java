package com.newgroktimes.digest.operator.pages;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.TestFeeds;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of feeds, and what can be done with each. */
@DigestTest
class FeedTableTest {

    private static final String PAGE = "/console/stories";

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private TestFeeds feed;
    private ConsoleBrowser browser;

    @BeforeEach
    void open() throws IOException {
        feed = new TestFeeds(context);
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void aFeedIsAskedAtOnce() {
        browser.open(PAGE);

        Document page = browser.press("Ask now");

        assertThat(page.select(".told").text()).isEqualTo("The feed was asked. What it told is below.");
        assertThat(row(page))
                .contains(TestFeeds.NAME, feed.url(), "It told one story.", "None of its entries has a date");
    }

    @Test
    void notTwiceWithinAMinute() {
        browser.open(PAGE);
        browser.press("Ask now");

        Document page = browser.press("Ask now");

        assertThat(page.text()).contains("The feed \"%s\" was asked less than a minute ago".formatted(TestFeeds.NAME));
        assertThat(page.select("main a[href=/console/stories]").text()).isEqualTo("To the stories");
    }

    @Test
    void oneThatADeadProcessAskedSaysUntilWhen() {
        browser.open(PAGE);
        browser.press("Ask now");
        clock.advance(Duration.ofMinutes(2));
        browser.open(PAGE);
        database.sql("update story_feed set in_hand_until = :until")
                .param("until", clock.instant().plus(Duration.ofMinutes(8)).atOffset(ZoneOffset.UTC))
                .update();

        Document page = browser.press("Ask now");

        assertThat(page.text()).contains("is being asked just now", "from 25 November 2026, 10:10 UTC on");
    }

    @Test
    void oneThatWasGivenUpIsBroughtBack() {
        feed.answers(410);
        browser.open(PAGE);
        Document given = browser.press("Ask now");
        assertThat(row(given)).contains("It answered 410 Gone", "bring it back", "never: it was given up");
        assertThat(given.select("main").text()).containsOnlyOnce("410 Gone").contains("One feed could not be read");

        Document back = browser.press("Bring back");

        assertThat(back.select(".told").text()).startsWith("The feed is asked again");
        assertThat(row(back))
                .contains("It was brought back, and has not been asked again yet.")
                .doesNotContain("410");
        feed.answers(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(row(browser.press("Ask now"))).contains("It told one story.");
    }

    @Test
    void whileItsSiteAsksUsToWaitThereIsNoButton() {
        feed.answers(429, "7200");
        browser.open(PAGE);

        Document page = browser.press("Ask now");

        assertThat(row(page)).contains("It answered 429, and asks us to wait for 2 hours.", "Not before 12:00 UTC");
        assertThat(page.select("form[action=/console/feeds/ask]")).isEmpty();

        clock.advance(Duration.ofHours(2));
        assertThat(browser.open(PAGE).select("form[action=/console/feeds/ask]")).hasSize(1);
    }

    @Test
    void oneThatBreaksOffIsOnTheOverview() {
        feed.breaksOff();
        browser.open(PAGE);

        Document page = browser.press("Ask now");

        assertThat(row(page)).contains("It told one story.", "Not all of it could be read");
        assertThat(page.select("#needs ~ .hint").text()).startsWith("In " + TestFeeds.NAME);
        assertThat(browser.open("/console").select(".LOOK").text())
                .contains("The feed \"%s\": ".formatted(TestFeeds.NAME));
    }

    private static String row(Document page) {
        return page.select("#feeds ~ .scroll tbody tr").get(0).text();
    }
}
