package com.newgroktimes.digest.journeys;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.platform.RefusalPage;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.Axe;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page for readers, in each of its states: by day and by night, on narrow screens and wide ones, with keys alone. */
@Tag("browser")
@DigestTest
class EveryPageInABrowserTest {

    private static final List<Integer> WIDTHS = List.of(320, 375, 768, 1280);

    /** How long a gateway's browser leaves a page open. {@code -Ddigest.scanner.seconds=60} for as long as some do. */
    private static final Duration LEFT_OPEN = Duration.ofSeconds(Integer.getInteger("digest.scanner.seconds", 2));

    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('footer a, button, nav a, input:not([type=hidden]):not(.trap input)')]
              .map(part => [part, part.getBoundingClientRect()])
              .filter(([part, box]) => box.width > 0 && (box.height < 24 || box.width < 24))
              .map(([part, box]) => part.outerHTML.slice(0, 80) + ' ' + box.width + ' by ' + box.height)
            """;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private Admission admission;

    @Autowired
    private RefusalPage refusals;

    @Autowired
    private JdbcClient database;

    private final Map<String, Consumer<Page>> states = new LinkedHashMap<>();

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void somethingOfEachKind() {
        new Newsroom(stories, editions, database).hasAnEdition();
        state("P6 no edition yet", "/editions");
        Subscriber expired = readers.waiting("expired@example.org");
        URI tooOld = links.confirm(expired.id(), clock.instant());
        clock.advance(Duration.ofDays(8));
        Subscriber waiting = readers.waiting("a-rather-long-address-of-waiting@subdomain.of.example.org");
        Subscriber confirmed = readers.confirmed("confirmed@example.org");
        Subscriber left = readers.confirmed("left@example.org");
        URI meanwhile = links.confirm(left.id(), clock.instant());
        clock.advance(Duration.ofHours(2));
        subscribers.leave(left.id(), "test");
        Subscriber refused = readers.confirmed("refused@example.org");
        subscribers.suppress(refused.id(), Suppression.COMPLAINT, "test");

        state("P1.0 ready", "/");
        state("P1.1 empty", "/subscribe", page -> page.click("main form button"));
        state("P1.2 not an address", "/subscribe", page -> types(page, "ada at example.org"));
        state(
                "P1.3 likely slip",
                "/subscribe",
                page -> types(page, "a-rather-long-name-of-ada-and-her-friends@gmial.com"));
        state("P2", "/subscribe/sent");
        state("P3.0 ready", links.confirm(waiting.id(), clock.instant()).getPath());
        state("P3.2 already", links.confirm(confirmed.id(), clock.instant()).getPath());
        state("P3.3 too old", tooOld.getPath());
        state("P3.4 unknown", "/confirm/nothing");
        state("P3.5 left meanwhile", meanwhile.getPath());
        state("P3 refused", links.confirm(refused.id(), clock.instant()).getPath());
        state("P4.0 ready", links.unsubscribe(confirmed.id()).getPath());
        state("P4.1 done", links.unsubscribe(left.id()).getPath() + "/done");
        state("P4.2 off", links.unsubscribe(left.id()).getPath());
        state("P4.3 back", links.unsubscribe(confirmed.id()).getPath() + "/back");
        state("P4.4 thanks", links.unsubscribe(left.id()).getPath() + "/thanks");
        state("P4.5 unknown", "/u/nothing");
        state("P5", links.settings(confirmed.id(), clock.instant()).getPath());
        state("P5 off", links.settings(left.id(), clock.instant()).getPath());
        theRestOfTheSettings(confirmed.id(), left.id());
        state("not me", links.notMe(confirmed.id()).getPath());
        state("leave", "/leave");
        state("leave, not an address", "/leave", page -> types(page, "ada"));
        state("leave, sent", "/leave/sent");
        state("P8", "/help");
        state("privacy", "/privacy");
        state("embed", "/embed");
        for (HttpStatus status : List.of(
                HttpStatus.NOT_FOUND,
                HttpStatus.GONE,
                HttpStatus.TOO_MANY_REQUESTS,
                HttpStatus.INTERNAL_SERVER_ERROR,
                HttpStatus.SERVICE_UNAVAILABLE)) {
            states.put("P9 " + status, page -> refuses(page, status));
        }
    }

    private void theRestOfTheSettings(long confirmed, long left) {
        Instant now = clock.instant();
        Subscriber bounced = readers.confirmed("bounced@example.org");
        subscribers.suppress(bounced.id(), Suppression.HARD_BOUNCE, "test");
        Subscriber moving = readers.confirmed("moving@example.org");
        subscribers.askForNewAddress(
                moving.id(), EmailAddress.parse("a-rather-long-address@subdomain.of.example.net"), "test");
        URI newAddress = ReceivedMail.onlyOneTo("a-rather-long-address@subdomain.of.example.net")
                .link("/settings/");
        Subscriber erased = readers.confirmed("erased@example.org");
        subscribers.erase(erased.id(), "test");
        URI address = links.to(Errand.ADDRESS, confirmed, now);
        state("P5 saved", links.settings(confirmed, now).getPath() + "/saved");
        state(
                "P5 old",
                links.settings(confirmed, now.minus(Duration.ofDays(100))).getPath());
        state("P5 bounced", links.settings(bounced.id(), now).getPath());
        state("P5 address change waiting", links.settings(moving.id(), now).getPath());
        state("P5 link sent", links.settings(confirmed, now).getPath() + "/sent");
        state(
                "P5 link expired",
                links.to(Errand.COPY, confirmed, now.minus(Duration.ofHours(2))).getPath());
        state("P5 copy", links.to(Errand.COPY, left, now).getPath());
        state("P5 erase", links.to(Errand.ERASURE, left, now).getPath());
        state("P5 erased", links.to(Errand.ERASURE, erased.id(), now).getPath());
        state("P5 address", address.getPath());
        state("P5 new address", newAddress.getPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar"})
    void everyoneCanReadAndUseIt(String language) {
        try (BrowserContext day = browser(language, ColorScheme.LIGHT);
                BrowserContext night = browser(language, ColorScheme.DARK)) {
            Page byDay = day.newPage();
            Page byNight = night.newPage();
            states.forEach((state, reach) -> {
                reach.accept(byDay);
                fits(byDay, state, language);
                byDay.setViewportSize(320, 800);
                assertThat(Axe.seriousFaults(byDay)).as(state + " by day").isEmpty();
                reach.accept(byNight);
                assertThat(Axe.seriousFaults(byNight)).as(state + " by night").isEmpty();
            });
        }
    }

    @Test
    void anEditionAndTheListOfThemToo() {
        editions.frozen(1, clock.instant());
        states.clear();
        state("P6", "/editions");
        state("P7", "/editions/1");
        state("P1 with editions", "/");
        everyoneCanReadAndUseIt("en");
    }

    @Test
    void whoAsksTooOftenToo() {
        for (int i = 0; i < 100; i++) {
            assertThat(admission.toAsk(here(), EmailAddress.parse("ada@example.org")))
                    .isTrue();
        }
        states.clear();
        state("P1.5 too many tries", "/", page -> types(page, "ada@example.org"));
        state("leave, too many tries", "/leave", page -> types(page, "ada@example.org"));
        everyoneCanReadAndUseIt("de");
    }

    @Test
    void withKeysAloneAReaderJoinsAndLeaves() {
        try (BrowserContext context = browser("en", ColorScheme.LIGHT)) {
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
        try (BrowserContext context = browser("en", ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(at("/subscribe"));
            page.click("main form button");
            assertThat(page.title()).startsWith("Error: ");
            assertThat((String) page.evaluate("document.activeElement.getAttribute('role')"))
                    .isEqualTo("alert");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat((String) page.evaluate("document.querySelector(':target').id"))
                    .isEqualTo("email");
        }
    }

    /** Some open every link of a mail in a browser, let its scripts run, and leave it open for a minute. */
    @Test
    void whoeverOnlyLooksChangesNothing() throws InterruptedException {
        readers.haveTheirLetters();
        String before = everything();
        try (BrowserContext context = browser("en", ColorScheme.LIGHT)) {
            for (Map.Entry<String, Consumer<Page>> state : states.entrySet()) {
                if (state.getKey().matches("(P3|P4|P5|not me).*")) {
                    state.getValue().accept(context.newPage());
                }
            }
            Thread.sleep(LEFT_OPEN.toMillis());
        }
        assertThat(everything()).isEqualTo(before);
    }

    private void state(String name, String path) {
        state(name, path, page -> {});
    }

    private void state(String name, String path, Consumer<Page> act) {
        states.put(name, page -> {
            page.setViewportSize(1280, 800);
            page.navigate(at(path));
            act.accept(page);
        });
    }

    private static void types(Page page, String address) {
        page.fill("#email", address);
        page.click("main form:has(#email) button");
    }

    /** What is shown where a request gets no further, or a page cannot be made. */
    private void refuses(Page page, HttpStatus status) {
        String html =
                refusals.of(status, "/refused", new MockHttpServletRequest()).html();
        page.route(
                "**/refused",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status.value())
                        .setContentType("text/html;charset=UTF-8")
                        .setBody(html)));
        page.navigate(at("/refused"));
        page.unroute("**/refused");
    }

    @SuppressWarnings("unchecked")
    private static void fits(Page page, String state, String language) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as("width of " + state + " at " + width)
                    .isLessThanOrEqualTo(width);
            assertThat((List<String>) page.evaluate(TOO_SMALL))
                    .as(state + " at " + width)
                    .isEmpty();
        }
        assertThat(page.locator("h1").count()).as(state).isEqualTo(1);
        if (!state.startsWith("P9")) {
            assertThat(page.getAttribute("html", "lang")).as(state).isIn(language, "en");
        }
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

    private static BrowserContext browser(String language, ColorScheme scheme) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setColorScheme(scheme));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static ClientAddress here() {
        try {
            return new ClientAddress(InetAddress.getByName("127.0.0.1"));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
