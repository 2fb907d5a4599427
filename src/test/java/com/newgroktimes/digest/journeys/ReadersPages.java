package com.newgroktimes.digest.journeys;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.http.HttpHeaders;
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
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page for readers of one language in each of its states, by name, and how a browser gets there. */
final class ReadersPages {

    private static final List<HttpStatus> REFUSALS = List.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.NOT_FOUND,
            HttpStatus.METHOD_NOT_ALLOWED,
            HttpStatus.GONE,
            HttpStatus.PAYLOAD_TOO_LARGE,
            HttpStatus.TOO_MANY_REQUESTS,
            HttpStatus.INTERNAL_SERVER_ERROR,
            HttpStatus.SERVICE_UNAVAILABLE);

    private final Map<String, Consumer<Page>> ways = new LinkedHashMap<>();
    private final int port;
    private final String language;
    private final Readers readers;
    private final Subscribers subscribers;
    private final ReaderLinks links;
    private final SettableClock clock;
    private final Editions editions;
    private final JdbcClient database;
    private final RefusalPage refusals;
    private final Newsroom newsroom;
    private final Admission admission;

    ReadersPages(BeanFactory service, int port, String language) {
        this.port = port;
        this.language = language;
        this.readers = service.getBean(Readers.class);
        this.subscribers = service.getBean(Subscribers.class);
        this.links = service.getBean(ReaderLinks.class);
        this.clock = service.getBean(SettableClock.class);
        this.editions = service.getBean(Editions.class);
        this.refusals = service.getBean(RefusalPage.class);
        this.admission = service.getBean(Admission.class);
        this.database = service.getBean(JdbcClient.class);
        this.newsroom = new Newsroom(service.getBean(Stories.class), editions, database);
    }

    /** After somebody of each kind came by, and before the first edition. */
    static ReadersPages ofEveryone(BeanFactory service, int port, String language) {
        ReadersPages pages = new ReadersPages(service, port, language);
        pages.hasAnEdition();
        pages.state("P6 no edition yet", "/editions");
        pages.joining();
        pages.leaving();
        pages.settings();
        pages.whatIsWrong();
        return pages;
    }

    private void hasAnEdition() {
        if (editions.heads(Editions.NEWEST, 100).isEmpty()) {
            newsroom.hasAnEdition();
        }
    }

    /** The second is withdrawn, and there are editions on two pages of the list. */
    private void hasManyEditions() {
        if (editions.heads(Editions.NEWEST, 100).size() > 1) {
            return;
        }
        for (int number = 2; number <= 22; number++) {
            newsroom.hasStories(clock.instant().minus(Duration.ofDays(1)));
            editions.assemble("current");
            editions.frozen(number, clock.instant());
            clock.advance(Duration.ofDays(7));
        }
        database.sql("update edition set state = 'SENT' where number = 2").update();
        editions.withdraw(2, "None of it was so.", "ana");
    }

    /** Once an edition is out. */
    static ReadersPages withAnEdition(BeanFactory service, int port, String language) {
        ReadersPages pages = new ReadersPages(service, port, language);
        pages.hasAnEdition();
        pages.editions.frozen(1, pages.clock.instant());
        pages.state("P6", "/editions");
        pages.state("P6 past the end", "/editions?page=7");
        pages.editions.correct(1, "It was 40 ships, and not 400 as we said.", "ana");
        pages.hasManyEditions();
        pages.state("P6 first of two", "/editions");
        pages.state("P6 last of two", "/editions?page=2");
        pages.state("P7 corrected", "/editions/1");
        pages.state("P7 withdrawn", "/editions/2");
        pages.state("P7 between others", "/editions/3");
        pages.state("P7 not yet out", "/editions/23");
        pages.state("P1 with editions", "/");
        return pages;
    }

    /** For whoever asked as often as one may. */
    static ReadersPages afterManyTries(BeanFactory service, int port, String language) {
        ReadersPages pages = new ReadersPages(service, port, language);
        ClientAddress here = new ClientAddress(InetAddress.getLoopbackAddress());
        for (int i = 0; i < 100; i++) {
            assertThat(pages.admission.toAsk(here, EmailAddress.parse("ada@example.org")))
                    .isTrue();
        }
        pages.state("P1.5 too many tries", "/", page -> types(page, "ada@example.org"));
        pages.state("leave, too many tries", "/leave", page -> types(page, "ada@example.org"));
        return pages;
    }

    /** Each state by its name, when a browser's page shows it. */
    void each(Page page, Consumer<String> look) {
        ways.forEach((state, way) -> {
            way.accept(page);
            look.accept(state);
        });
    }

    /** Opens those behind readers' links, each on a page of its own. */
    void openTheLinks(BrowserContext context) {
        ways.forEach((state, way) -> {
            if (state.matches("(P3|P4|P5|not me).*")) {
                way.accept(context.newPage());
            }
        });
    }

    private void joining() {
        Subscriber expired = readers.waiting("expired@example.org", language);
        URI tooOld = links.confirm(expired.id(), clock.instant());
        clock.advance(Duration.ofDays(8));
        Subscriber waiting = readers.waiting("a-rather-long-address-of-waiting@subdomain.of.example.org", language);
        Subscriber confirmed = readers.confirmed("confirmed@example.org", language);
        Subscriber left = readers.confirmed("left@example.org", language);
        URI meanwhile = links.confirm(left.id(), clock.instant());
        clock.advance(Duration.ofHours(2));
        subscribers.leave(left.id(), "test");
        Subscriber refused = readers.confirmed("refused@example.org", language);
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
        state("embed", "/embed");
    }

    private void leaving() {
        long confirmed = readers.find("confirmed@example.org").id();
        long left = readers.find("left@example.org").id();
        Subscriber stranger = readers.waiting("stranger@example.org", language);
        subscribers.notMe(stranger.id(), clock.instant(), "test");
        state("P4.0 ready", links.unsubscribe(confirmed).getPath());
        state("P4.1 done", links.unsubscribe(left).getPath() + "/done");
        state("P4.2 off", links.unsubscribe(left).getPath());
        state("P4.3 back", links.unsubscribe(confirmed).getPath() + "/back");
        state("P4.4 thanks", links.unsubscribe(left).getPath() + "/thanks");
        state("P4.5 unknown", "/u/nothing");
        state("not me", links.notMe(confirmed, clock.instant()).getPath());
        state("not me, done", links.notMe(stranger.id(), clock.instant()).getPath() + "/done");
        state("leave", "/leave");
        state("leave, not an address", "/leave", page -> types(page, "ada"));
        state("leave, sent", "/leave/sent");
    }

    private void settings() {
        Instant now = clock.instant();
        long confirmed = readers.find("confirmed@example.org").id();
        long left = readers.find("left@example.org").id();
        Subscriber bounced = readers.confirmed("bounced@example.org", language);
        subscribers.suppress(bounced.id(), Suppression.HARD_BOUNCE, "test");
        Subscriber moving = readers.confirmed("moving@example.org", language);
        subscribers.askForNewAddress(
                moving.id(), EmailAddress.parse("a-rather-long-address@subdomain.of.example.net"), "test");
        URI newAddress = ReceivedMail.onlyOneTo("a-rather-long-address@subdomain.of.example.net")
                .link("/settings/");
        Subscriber erased = readers.confirmed("erased@example.org", language);
        subscribers.erase(erased.id(), "test");
        state("P5", links.settings(confirmed, now).getPath());
        state("P5 off", links.settings(left, now).getPath());
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
        state("P5 address", links.to(Errand.ADDRESS, confirmed, now).getPath());
        state("P5 new address", newAddress.getPath());
    }

    private void whatIsWrong() {
        state("P8", "/help");
        state("privacy", "/privacy");
        state("P9 of no page", "/no-such-page");
        REFUSALS.forEach(status -> ways.put("P9 " + status, page -> refuses(page, status)));
    }

    private void state(String name, String path) {
        state(name, path, page -> {});
    }

    private void state(String name, String path, Consumer<Page> act) {
        ways.put(name, page -> {
            page.setViewportSize(1280, 800);
            page.navigate("http://127.0.0.1:" + port + path);
            act.accept(page);
            page.waitForLoadState();
        });
    }

    private static void types(Page page, String address) {
        page.fill("#email", address);
        page.click("main form:has(#email) button");
    }

    /** What is shown where a request gets no further, or a page cannot be made. */
    private void refuses(Page page, HttpStatus status) {
        page.route("**/refused", route -> {
            var asked = new MockHttpServletRequest();
            asked.addHeader(HttpHeaders.ACCEPT_LANGUAGE, language);
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(status.value())
                    .setContentType("text/html;charset=UTF-8")
                    .setBody(refusals.of(status, "/refused", asked).html()));
        });
        page.navigate("http://127.0.0.1:" + port + "/refused");
        page.unroute("**/refused");
    }
}
