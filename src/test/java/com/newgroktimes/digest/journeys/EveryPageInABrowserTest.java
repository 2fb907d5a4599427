package com.newgroktimes.digest.journeys;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.testing.Axe;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Fit;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page for readers, in each of its states: by day and by night, on narrow screens and wide ones, with keys alone. */
@Tag("browser")
@DigestTest
class EveryPageInABrowserTest {

    /** How long a gateway's browser leaves a page open. {@code -Ddigest.scanner.seconds=60} for as long as some do. */
    private static final Duration LEFT_OPEN = Duration.ofSeconds(Integer.getInteger("digest.scanner.seconds", 2));

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory service;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private JdbcClient database;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar"})
    void everyoneCanReadAndUseIt(String language) {
        canBeReadAndUsed(ReadersPages.ofEveryone(service, port, language), language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar"})
    void anEditionAndTheListOfThemToo(String language) {
        canBeReadAndUsed(ReadersPages.withAnEdition(service, port, language), language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar"})
    void whoAsksTooOftenToo(String language) {
        canBeReadAndUsed(ReadersPages.afterManyTries(service, port, language), language);
    }

    private static void canBeReadAndUsed(ReadersPages pages, String language) {
        try (BrowserContext context = browser(language)) {
            Page page = context.newPage();
            pages.each(page, state -> {
                Fit.assertFits(page, state, language);
                page.setViewportSize(320, 800);
                assertThat(Axe.seriousFaultsByDayAndNight(page)).as(state).isEmpty();
            });
        }
    }

    /** But for the buttons that copy, where a form is there to be copied. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar"})
    void withoutScriptNothingIsMissing(String language) {
        ReadersPages pages = ReadersPages.ofEveryone(service, port, language);
        Map<String, String> shown = new HashMap<>();
        try (BrowserContext with = browser(language);
                BrowserContext without = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setLocale(language)
                                .setJavaScriptEnabled(false))) {
            Page withScript = with.newPage();
            pages.each(withScript, state -> shown.put(state, withScript.innerText("main")));
            Page withoutScript = without.newPage();
            shown.remove("embed");
            pages.each(withoutScript, state -> {
                String text = withoutScript.innerText("main");
                assertThat(text).as(state).isEqualTo(shown.getOrDefault(state, text));
            });
        }
    }

    @Test
    void withKeysAloneAReaderJoinsAndLeaves() {
        try (BrowserContext context = browser("en")) {
            Page page = context.newPage();
            page.navigate(at("/"));
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to the content");
            tabTo(page, "INPUT email");
            page.keyboard().type("eve@example.org");
            tabTo(page, "Send me the digest");
            page.keyboard().press("Enter");
            page.waitForURL("**/subscribe/sent");

            page.navigate(at(
                    ReceivedMail.onlyOneTo("eve@example.org").link("/confirm/").getPath()));
            tabTo(page, "Yes, start my digest");
            page.keyboard().press("Enter");
            page.waitForURL("**/done");
            assertThat(readers.find("eve@example.org").state()).isEqualTo(SubscriberState.CONFIRMED);

            page.navigate(
                    at(links.unsubscribe(readers.find("eve@example.org").id()).getPath()));
            tabTo(page, "Stop sending it");
            page.keyboard().press("Space");
            page.waitForURL("**/done");
            assertThat(readers.find("eve@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        }
    }

    @Test
    void whatIsWrongIsFocusedAndLeadsToTheField() {
        try (BrowserContext context = browser("en")) {
            Page page = context.newPage();
            page.navigate(at("/subscribe"));
            page.click("main form button");
            page.waitForLoadState();
            assertThat(page.title()).startsWith("Error: ");
            page.waitForFunction("document.activeElement.getAttribute('role') === 'alert'");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForFunction("document.querySelector('#email:target') !== null");
        }
    }

    /** Some open every link of a mail in a browser, let its scripts run, and leave it open for a minute. */
    @Test
    void whoeverOnlyLooksChangesNothing() throws InterruptedException {
        ReadersPages pages = ReadersPages.ofEveryone(service, port, "en");
        readers.haveTheirLetters();
        String before = everything();
        try (BrowserContext context = browser("en")) {
            pages.openTheLinks(context);
            Thread.sleep(LEFT_OPEN.toMillis());
        }
        assertThat(everything()).isEqualTo(before);
    }

    private void tabTo(Page page, String what) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if (focused(page).equals(what)) {
                return;
            }
        }
        throw new AssertionError("No way to \"" + what + "\" with the tab key on " + page.url());
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("""
                () => { const at = document.activeElement;
                        return at.tagName === 'INPUT' ? 'INPUT ' + at.name : at.textContent.trim(); }
                """));
    }

    private String everything() {
        return database.sql("""
                        select (select json_agg(s order by id) from subscriber s)::text
                            || (select json_agg(e order by id) from evidence e)::text
                            || (select count(*) from scheduled_tasks where task_name = 'letter')
                        """).query(String.class).single();
    }

    private static BrowserContext browser(String language) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setColorScheme(ColorScheme.LIGHT));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
