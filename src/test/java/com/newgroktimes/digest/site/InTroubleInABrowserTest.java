package com.newgroktimes.digest.site;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.zaxxer.hikari.HikariDataSource;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.journeys.Chromium;
import com.newgroktimes.digest.subscribers.OtherAdmissions;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.admission.RecentRequests;
import com.newgroktimes.digest.testing.Axe;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Fit;
import com.newgroktimes.digest.testing.TestDatabase;
import com.newgroktimes.digest.testing.Visitor;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** What readers are shown when it is our fault, or when nobody new is taken: in their language, with script and without. */
@Tag("browser")
@DigestTest
class InTroubleInABrowserTest {

    private static final String ADA = "ada@example.org";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private HikariDataSource database;

    @Autowired
    private RecentRequests requests;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Whence whence;

    @Autowired
    private Latest latest;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private Configuration templates;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @AfterEach
    void theDatabaseIsThere() {
        TestDatabase.comesBack(database.getJdbcUrl());
        database.getHikariConfigMXBean().setConnectionTimeout(5_000);
        eventually(
                "the database is back",
                () -> new Visitor(port).opens("/editions").status() == 200);
        database.getHikariPoolMXBean().softEvictConnections(); // one that was cut off is not looked at again so soon
    }

    /** P1.7: what was typed stays, and once we are well again the same button does it. */
    @ParameterizedTest
    @CsvSource({
        "en, true, We could not save that. Nothing was sent. Please try again in a minute.",
        "de, true, Das konnten wir nicht speichern. Es wurde nichts verschickt. Bitte versuchen Sie es in einer Minute noch einmal.",
        "de, false, Das konnten wir nicht speichern. Es wurde nichts verschickt. Bitte versuchen Sie es in einer Minute noch einmal.",
        "ar, true, تعذَّر علينا حفظ ذلك. لم يُرسل شيء. أعد المحاولة بعد دقيقة من فضلك.",
        "ar, false, تعذَّر علينا حفظ ذلك. لم يُرسل شيء. أعد المحاولة بعد دقيقة من فضلك.",
    })
    void aSignUpThatCouldNotBeSaved(String language, boolean script, String words) {
        try (BrowserContext context = browser(language, script)) {
            Page page = context.newPage();
            page.navigate(at("/subscribe"));
            goesAway();

            page.fill("#email", ADA);
            page.click("main form button");

            theDatabaseIsThere();
            assertShown(page, "P1.7", language, script);
            assertThat(page.innerText("main [role=alert]")).isEqualTo(words);
            assertThat(page.inputValue("#email")).isEqualTo(ADA);
            page.click("main form:has(#email) button");
            assertThat(page.url()).endsWith("/subscribe/sent");
        }
    }

    /** P4.6: the button stays, and leads to the same answer as ever once we are well again. */
    @ParameterizedTest
    @CsvSource({"en, true", "de, true", "de, false", "ar, true", "ar, false"})
    void leavingThatDidNotWork(String language, boolean script) {
        // Of a reader without a letter under way: a task cut short would be in hand for long.
        String wayOut = links.unsubscribe(1).getPath() + "?lang=" + language;
        try (BrowserContext context = browser("en", script)) {
            Page page = context.newPage();
            goesAway();

            page.navigate(at(wayOut));

            theDatabaseIsThere();
            assertShown(page, "P4.6", language, script);
            assertThat(page.getAttribute("main form", "action")).isEqualTo(wayOut);
            assertThat(page.getAttribute("main a[href^=mailto]", "href")).contains("editors@newgroktimes.example");
            page.click("main form button");
            assertThat(page.url()).endsWith("/done?lang=" + language);
            assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
        }
    }

    /** P9. */
    @ParameterizedTest
    @CsvSource({"en, true", "de, true", "de, false", "ar, true", "ar, false"})
    void whileWeAreAwayAnyOtherPageSaysSo(String language, boolean script) {
        try (BrowserContext context = browser(language, script)) {
            Page page = context.newPage();
            goesAway();

            page.navigate(at("/editions"));

            theDatabaseIsThere();
            assertShown(page, "P9 away", language, script);
            assertThat(page.locator("main a").count()).isEqualTo(1);
        }
    }

    /** P1.8. No page of the service under test is closed: this one is shown in its place. */
    @ParameterizedTest
    @CsvSource({"en, true", "de, true", "de, false", "ar, true", "ar, false"})
    void whereNobodyNewIsTaken(String language, boolean script) throws Exception {
        String html = closed(Locale.forLanguageTag(language));
        try (BrowserContext context = browser(language, script)) {
            Page page = context.newPage();
            page.route(
                    "**/subscribe",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html;charset=UTF-8")
                            .setBody(html)));

            page.navigate(at("/subscribe"));

            assertShown(page, "P1.8", language, script);
            assertThat(page.locator("main form").count()).isZero();
            assertThat(page.getAttribute("main [role=note] a", "href")).isEqualTo("/editions");
        }
    }

    private static void assertShown(Page page, String state, String language, boolean script) {
        Fit.assertFits(page, state, language);
        if (script) {
            page.setViewportSize(320, 800);
            assertThat(Axe.seriousFaults(page)).as(state).isEmpty();
        }
    }

    private String closed(Locale locale) throws IOException, TemplateException {
        ModelAndView page = new SignUpPage(OtherAdmissions.closed(requests), subscribers, whence, latest, mailboxes)
                .show("", locale);
        StringWriter html = new StringWriter();
        templates
                .getTemplate(Objects.requireNonNull(page.getViewName()) + ".ftlh", locale)
                .process(new HashMap<>(page.getModel()), html);
        return html.toString();
    }

    private void goesAway() {
        // Nobody here waits as long as a service that is really used.
        database.getHikariConfigMXBean().setConnectionTimeout(250);
        TestDatabase.goesAway(database.getJdbcUrl());
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static BrowserContext browser(String language, boolean script) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(script));
    }
}
