package com.newgroktimes.digest.journeys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.Axe;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever looks after readers: by day and by night, on a phone and at a desk, and on paper. */
@Tag("browser")
@DigestTest
class ReadersInABrowserTest {

    private static final String CUT_OFF = "[document.documentElement, ...document.querySelectorAll('.scroll')]"
            + ".filter(box => box.scrollWidth > box.clientWidth).length";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

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

    @Test
    void everyPageFitsAndCanBeReadByDayAndByNight() {
        Subscriber waiting = readers.waiting("a-rather-long-address-of-somebody-who-waits@subdomain.of.example.org");
        Subscriber erased = readers.confirmed("erased@example.org");
        subscribers.erase(erased.id(), "test");
        try (BrowserContext context = signedIn(ColorScheme.LIGHT)) {
            Page page = context.pages().get(0);
            String one = "/console/readers/" + waiting.id();
            for (String path : List.of(
                    "/console",
                    "/console/readers?full=true",
                    "/console/readers/ask",
                    "/console/readers/import",
                    one + "?told=MAILED",
                    one + "/take-off",
                    one + "/erase",
                    "/console/readers/" + erased.id())) {
                page.navigate(at(path));
                assertThat(Axe.seriousFaultsByDayAndNight(page)).as(path).isEmpty();
                page.setViewportSize(375, 800);
                assertThat(page.evaluate(CUT_OFF))
                        .as("what is cut off on %s", path)
                        .isEqualTo(0);
                page.setViewportSize(1280, 900);
            }
        }
    }

    @Test
    void aReaderIsFoundByTheirAddressWithKeysAlone() {
        readers.confirmed("ada@example.org");
        try (BrowserContext context = signedIn(ColorScheme.LIGHT)) {
            Page page = context.pages().get(0);
            page.navigate(at("/console/readers"));
            page.focus("#sought");
            page.keyboard().type("ada@example.org");
            page.keyboard().press("Enter");

            page.waitForURL("**/console/readers/1");
            assertThat(page.textContent("h1")).isEqualTo("ada@example.org");
        }
    }

    @Test
    void theProofAndTheWordsThatWereShownFitOnTwoSheetsWithoutWhatCanOnlyBePressed() {
        Subscriber ada = readers.confirmed("ada@example.org");
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(3));
            subscribers.leave(ada.id(), "198.51.100.0/24");
            subscribers.comeBack(ada.id(), "198.51.100.0/24");
        }
        readers.haveTheirLetters();
        try (BrowserContext context = signedIn(ColorScheme.DARK)) {
            Page page = context.pages().get(0);
            page.navigate(at("/console/readers/" + ada.id()));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.isVisible("h1")).isTrue();
            assertThat(page.isVisible("tbody")).isTrue();
            assertThat(page.isVisible("nav")).isFalse();
            assertThat(page.isVisible(".acts")).isFalse();
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            String sheet = new String(page.pdf(new Page.PdfOptions().setFormat("A4")), StandardCharsets.ISO_8859_1);
            assertThat(sheet).containsPattern("/Count 2\\b");
        }
    }

    private BrowserContext signedIn(ColorScheme scheme) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setColorScheme(scheme));
        Page page = context.newPage();
        page.navigate(at(signInLinks.issue("ana").getPath()));
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        return context;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
