package com.newgroktimes.digest.journeys;

import java.io.IOException;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.TestFeeds;
import com.newgroktimes.digest.testing.Axe;
import com.newgroktimes.digest.testing.DigestTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The table of feeds in a real browser: on a phone and a desk, by day and by night, in each language. */
@Tag("browser")
@DigestTest
class FeedsInABrowserTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private ApplicationContext context;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, Ask now, Bring back", "de, DARK, Jetzt fragen, Zurückholen", "ar, LIGHT, اسأل الآن, أعدها"})
    void oneThatWasGivenUpIsBroughtBack(String language, ColorScheme scheme, String ask, String bringBack)
            throws IOException {
        try (TestFeeds feed = new TestFeeds(context);
                BrowserContext visitor = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setLocale(language)
                                .setColorScheme(scheme)
                                .setViewportSize(1280, 900))) {
            feed.answers(410);
            Page page = visitor.newPage();
            page.navigate(at(signInLinks.issue("ana").getPath()));
            page.locator("main button").click();
            page.navigate(at("/console/stories"));
            fits(page, "feeds");

            page.locator("button", new Page.LocatorOptions().setHasText(ask)).click();
            assertThat(page.locator("main [role=status]")).isVisible();
            fits(page, "given up");

            page.locator("button", new Page.LocatorOptions().setHasText(bringBack))
                    .click();
            assertThat(page.locator("button", new Page.LocatorOptions().setHasText(ask)))
                    .isVisible();
            fits(page, "back");
        }
    }

    private static void fits(Page page, String state) {
        assertThat(Axe.seriousFaults(page)).as(state).isEmpty();
        page.setViewportSize(320, 800);
        Object cut = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(cut).as("sideways in " + state).isEqualTo(0);
        assertThat(Axe.seriousFaults(page)).as(state + " on a phone").isEmpty();
        page.setViewportSize(1280, 900);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
