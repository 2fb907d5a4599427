package com.newgroktimes.digest.journeys;

import java.time.Clock;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page and mail in a longer language and in one from right to left, on small phones. */
@Tag("browser")
@DigestTest
class LanguagesInABrowserTest {

    private static final String EVA = "a-rather-long-address-of-eva@subdomain.of.example.org";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private Clock clock;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient database;

    private Newsroom newsroom;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void aWeekWithStories() {
        newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(1_234);
        newsroom.hasAnEdition();
    }

    @ParameterizedTest
    @CsvSource({"de, 320", "de, 375", "ar, 320", "ar, 375"})
    void noReadersPageScrollsSideways(String language, int width) {
        ReceivedMail asked = askedIn(language);
        try (BrowserContext context = browser(language, width)) {
            Page page = context.newPage();
            fit(page, width, "/", "/subscribe/sent", "/leave", "/help", "/privacy", "/editions", "/no-such-page");
            fit(page, width, asked.link("/confirm/").getPath());
            pressesAndFits(page, width);
            long eva = readers.find(EVA).id();
            fit(page, width, links.settings(eva, clock.instant()).getPath());
            fit(page, width, links.unsubscribe(eva).getPath());
            pressesAndFits(page, width);
        }
    }

    @ParameterizedTest
    @CsvSource({"de, 320", "de, 375", "ar, 320", "ar, 375"})
    void neitherTheConsoleNorTheMailsScrollSideways(String language, int width) {
        ReceivedMail asked = askedIn(language);
        subscribers.confirm(asked.link("/confirm/").getPath().substring("/confirm/".length()), "test");
        try (BrowserContext context = browser(language, width)) {
            Page page = context.newPage();
            fit(page, width, signInLinks.issue("ana").getPath());
            pressesAndFits(page, width);
            fit(page, width, "/console/editions", "/console/stories", "/console/outbox", "/console/editions/1");
            page.click("form[action$=send] button");
            newsroom.awaits(editions.get(1), EditionState.SENT);
            fit(page, width, "/console/editions/1", "/editions/1");

            Page inbox = context.newPage();
            for (ReceivedMail mail : ReceivedMail.inboxOf(EVA)) {
                inbox.setContent(mail.html());
                staysWithin(inbox, width, mail.subject());
            }
        }
    }

    private ReceivedMail askedIn(String language) {
        subscribers.signUp(EmailAddress.parse(EVA), "", language, "test");
        return ReceivedMail.onlyOneTo(EVA);
    }

    private static BrowserContext browser(String language, int width) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 800));
    }

    private void fit(Page page, int width, String... paths) {
        for (String path : paths) {
            page.navigate("http://127.0.0.1:" + port + path);
            staysWithin(page, width, path);
        }
    }

    private static void pressesAndFits(Page page, int width) {
        page.click("main button");
        page.waitForLoadState();
        staysWithin(page, width, page.url());
    }

    private static void staysWithin(Page page, int width, String what) {
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("width of %s", what)
                .isLessThanOrEqualTo(width);
    }
}
