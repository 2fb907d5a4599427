package com.newgroktimes.digest.journeys;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;

import static org.assertj.core.api.Assertions.assertThat;

/** The readers' pages in a real browser: with script off, on a phone and on a desk, by day and by night. */
@Tag("browser")
@DigestTest
class InABrowserTest {

    private static final String ADA = "ada@example.org";
    private static final List<String> OPEN_PAGES =
            List.of("/", "/subscribe/sent", "/leave", "/help", "/privacy", "/editions", "/no-such-page");

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @Test
    void withScriptOffAReaderJoinsLeavesAndComesBack() {
        try (BrowserContext context = visitor(1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(at("/"));
            page.fill("#email", ADA);
            page.click("text=Send me the digest");
            assertThat(page.textContent("h1")).isEqualTo("Look in your inbox");

            page.navigate(at(ReceivedMail.onlyOneTo(ADA).link("/confirm/").getPath()));
            page.click("text=Yes, start my digest");
            assertThat(page.textContent("h1")).isEqualTo("You are on the list");

            page.navigate(at(links.unsubscribe(readers.find(ADA).id()).getPath()));
            page.click("text=Stop sending it");
            assertThat(readers.find(ADA).state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
            page.click("text=Undo");
            assertThat(readers.find(ADA).state()).isEqualTo(SubscriberState.CONFIRMED);
            assertThat(context.cookies()).isEmpty();
        }
    }

    @Test
    void noPageScrollsSidewaysOnASmallPhone() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = visitor(320, scheme)) {
                Page page = context.newPage();
                for (String path : OPEN_PAGES) {
                    page.navigate(at(path));
                    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                            .as("width of %s", path)
                            .isLessThanOrEqualTo(320);
                }
            }
        }
    }

    private BrowserContext visitor(int width, ColorScheme scheme) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(width == 320)
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
