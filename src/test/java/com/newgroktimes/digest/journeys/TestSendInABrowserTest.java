package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An editor sends herself a test and follows its links. */
@Tag("browser")
@DigestTest
class TestSendInABrowserTest {

    private static final String EDITOR = "eve@example.org";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SettableClock clock;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void anEditionIsThere() {
        var newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(40);
        newsroom.hasAnEdition();
    }

    @Test
    void sheSendsOneReadsItAndFollowsItsLinks() {
        try (BrowserContext context = looking(1280, ColorScheme.LIGHT)) {
            Page page = signedIn(context);
            page.getByLabel("Send it to").fill(EDITOR + "\nben@example.org");
            press(page, "Send a test first");

            assertThat(page.locator("#tested")).containsText("Sent to 2 addresses");
            assertThat(page.url()).endsWith("/console/editions/1#test");
            clock.advance(Duration.ofMinutes(1));
            press(page, "Send a test first");
            assertThat(page.locator("#tested")).containsText("Sent to 2 addresses");
            assertThat(ReceivedMail.inboxOf(EDITOR)).hasSize(2);
        }
        ReceivedMail mail = ReceivedMail.inboxOf(EDITOR).get(0);
        try (BrowserContext context = looking(375, ColorScheme.DARK)) {
            Page page = context.newPage();
            page.navigate(at(mail.link("/u/")));
            press(page, "Stop sending it");
            assertThat(page.locator("h1")).hasText("Nothing was changed");
            page.click("text=Back to the page that readers see");
            assertThat(page.locator("h1")).hasText("Stop the weekly digest?");
            page.navigate(at(mail.link("/settings/")));
            press(page, "Stop the digest");
            assertThat(page.locator("h1")).hasText("Nothing was changed");
            assertThat(context.cookies()).isEmpty();
        }
    }

    @Test
    void nothingScrollsSidewaysOnASmallPhone() {
        try (BrowserContext context = looking(320, ColorScheme.LIGHT)) {
            Page page = signedIn(context);
            page.getByLabel("Send it to").fill("somebody.with.a.name.that.is.long@a-domain-that-is-long.example.org");
            press(page, "Send a test first");
            assertThat(page.locator("#tested")).containsText("Sent to one address");
            assertNoSidewaysScrolling(page);

            ReceivedMail mail = ReceivedMail.inboxOf(
                            "somebody.with.a.name.that.is.long@a-domain-that-is-long.example.org")
                    .get(0);
            for (URI link : List.of(mail.link("/u/"), mail.link("/settings/"), mail.link("/editions/1/preview/"))) {
                page.navigate(at(link));
                assertNoSidewaysScrolling(page);
            }
        }
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("width of %s", page.url())
                .isLessThanOrEqualTo(320);
        assertThat(page.evaluate("[...document.querySelectorAll('.scroll')]"
                        + ".filter(box => box.scrollWidth > box.clientWidth).length"))
                .as("boxes cut off on %s", page.url())
                .isEqualTo(0);
    }

    private Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + signInLinks.issue("ana").getPath());
        press(page, "Sign in");
        page.navigate("http://localhost:" + port + "/console/editions/1");
        return page;
    }

    private BrowserContext looking(int width, ColorScheme scheme) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private String at(URI link) {
        return "http://127.0.0.1:" + port + link.getPath();
    }
}
