package com.newgroktimes.digest.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.testing.Axe;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** The form as it is copied from us, on a site of another origin, with script and without. */
@Tag("browser")
@DigestTest
class EmbedInABrowserTest {

    private static final String ADA = "ada@example.org";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    private final AtomicReference<String> shown = new AtomicReference<>("");
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer site;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void anotherSite() throws IOException {
        site = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), ServiceUnderTest.EMBEDDING_PORT), 0);
        site.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] page = ("<!doctype html><html lang=en><title>Blog</title><main><h1>Blog</h1>" + shown.get()
                            + "</main>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void isThereNoMore() {
        site.stop(0);
    }

    @Test
    void withScriptItTellsInItsPlaceWhatBecameOfTheSignUp() {
        shows("scripted");
        try (BrowserContext context = visitor(true)) {
            Page page = opened(context);

            page.click("text=Send me the digest");
            page.waitForSelector("text=Please type your email address.");
            assertThat(page.getAttribute("#digest-email", "aria-invalid")).isEqualTo("true");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("digest-email");

            page.fill("#digest-email", "ada");
            page.click("text=Send me the digest");
            page.waitForSelector("text=That does not look like an email address.");

            page.fill("#digest-email", "ada@gmial.com");
            page.click("text=Send me the digest");
            page.click("text=Did you mean ada@gmail.com?");
            page.waitForSelector("text=Look in your inbox.");
            assertThat(page.url()).isEqualTo(address());
            assertThat(page.isVisible("#digest-email")).isFalse();
            assertThat(Axe.seriousFaults(page)).isEmpty();
            assertThat(context.cookies()).isEmpty();
        }
        assertThat(readers.knows("ada@gmail.com")).isTrue();
        assertThat(readers.find("ada@gmail.com").source()).isEqualTo("blog");
        assertThat(readers.knows("ada@gmial.com")).isFalse();
    }

    @Test
    void whoInsistsOnWhatTheyTypedIsTakenAtTheirWord() {
        shows("scripted");
        try (BrowserContext context = visitor(true)) {
            Page page = opened(context);
            page.fill("#digest-email", "ada@gmial.com");
            page.click("text=Send me the digest");
            page.waitForSelector("text=Did you mean ada@gmail.com?");
            page.click("text=Send me the digest");
            page.waitForSelector("text=Look in your inbox.");
        }
        assertThat(readers.knows("ada@gmial.com")).isTrue();
    }

    @Test
    void whatTheScriptMayNotReadOurOwnPageTells() {
        shows("scripted");
        try (BrowserContext context = visitor(true)) {
            Page page = context.newPage();
            page.navigate(address().replace("localhost", "127.0.0.1")); // which is not named
            page.fill("#digest-email", ADA);
            page.click("text=Send me the digest");
            page.waitForURL("**/subscribe/sent");
            assertThat(page.textContent("h1")).isEqualTo("Look in your inbox");
        }
        assertThat(ReceivedMail.onlyOneTo(ADA).link("/confirm/")).isNotNull();
    }

    @Test
    void withoutScriptBothLeadToOurPages() {
        for (String which : List.of("plain", "scripted")) {
            shows(which);
            try (BrowserContext context = visitor(false)) {
                Page page = opened(context);
                page.fill("#digest-email", which + "@example.org");
                page.click("text=Send me the digest");
                assertThat(page.textContent("h1")).isEqualTo("Look in your inbox");
                assertThat(page.url()).endsWith("/subscribe/sent");
            }
            assertThat(readers.knows(which + "@example.org")).isTrue();
        }
    }

    @Test
    void aButtonCopiesTheFormAndWithoutScriptItCanBeSelected() {
        try (BrowserContext context = visitor(true)) {
            context.grantPermissions(
                    List.of("clipboard-read", "clipboard-write"),
                    new BrowserContext.GrantPermissionsOptions().setOrigin("http://127.0.0.1:" + port));
            Page page = context.newPage();
            page.navigate("http://127.0.0.1:" + port + "/embed");
            assertThat(page.locator("button:has-text('Copy')").count()).isEqualTo(2);
            page.locator("button:has-text('Copy')").first().click();
            page.waitForSelector("text=Copied.");
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(page.inputValue("#plain"));
            assertThat(Axe.seriousFaults(page)).isEmpty();
        }
        try (BrowserContext context = visitor(false)) {
            Page page = context.newPage();
            page.navigate("http://127.0.0.1:" + port + "/embed");
            assertThat(page.locator("button:has-text('Copy')").count()).isZero();
            assertThat(page.inputValue("#plain")).contains("<form method=\"post\"");
        }
    }

    /** Not even the site that may read our answers: what is pressed in a frame may be another button than the one that is seen. */
    @Test
    void noOtherSiteShowsOurPagesInAFrame() {
        shown.set(
                "<iframe src='http://127.0.0.1:%1$d/subscribe'></iframe><iframe src='http://127.0.0.1:%1$d/embed'></iframe>"
                        .formatted(port));
        try (BrowserContext context = visitor(true)) {
            Page page = opened(context);
            assertThat(page.frames()).hasSize(3);
            for (Frame frame : page.frames().subList(1, 3)) {
                frame.waitForLoadState();
                assertThat(frame.locator("h1:has-text('inbox'), textarea").count())
                        .isZero();
            }
        }
    }

    /** However it found its way into the page. */
    @Test
    void besideTheFormsNoScriptRunsButOurs() {
        try (BrowserContext context = visitor(true)) {
            Page page = context.newPage();
            page.navigate("http://127.0.0.1:" + port + "/embed");
            page.evaluate("""
                    () => {
                      const script = document.createElement('script');
                      script.textContent = 'document.title = "taken over"';
                      document.body.append(script);
                      const other = document.createElement('script');
                      other.src = 'http://localhost:%d/';
                      document.body.append(other);
                      document.body.setAttribute('onclick', 'document.title = "taken over"');
                      document.body.click();
                    }
                    """.formatted(ServiceUnderTest.EMBEDDING_PORT));
            assertThat(page.title()).isNotEqualTo("taken over");
            assertThat(asked.get()).as("what was fetched from elsewhere").isZero();
        }
    }

    private void shows(String which) {
        shown.set(new Visitor(port)
                .opens("/embed?source=blog")
                .html()
                .select("textarea#" + which)
                .text()
                .replace(ServiceUnderTest.BASE_URL, "http://127.0.0.1:" + port));
    }

    private Page opened(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(address());
        return page;
    }

    private static String address() {
        return "http://localhost:" + ServiceUnderTest.EMBEDDING_PORT + "/";
    }

    private static BrowserContext visitor(boolean script) {
        return chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script));
    }
}
