package com.newgroktimes.digest.operator.pages;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.TestFeeds;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.HtmlChecker;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page of the console, in each of its states, is HTML as the standard has it. */
@Tag("browser")
@DigestTest
class ValidConsoleTest {

    private static final String READERS = "/console/readers";
    private static final String EDITION = "/console/editions/1";
    private static final String LIST = "email,state\r\nada@example.org,\r\nnobody,\r\n";

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private OwnConnections connections;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private final Map<String, String> served = new LinkedHashMap<>();
    private ConsoleBrowser browser;
    private Newsroom newsroom;

    @BeforeEach
    void signIn() {
        newsroom = new Newsroom(stories, editions, database);
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar"})
    void everyPageIsValid(String language) throws IOException {
        browser.prefer(language);
        signingIn();
        beforeAnything();
        newsroom.hasReaders(10);
        looksAtReaders();
        looksAtLists();
        looksAtFeeds();
        looksAtStories();
        newsroom.hasAnEdition();
        looksAtAnEdition();
        looksAtItsRun();

        assertThat(served).hasSizeGreaterThan(45);
        assertThat(HtmlChecker.faults(served)).isEmpty();
    }

    private void signingIn() {
        looks("no session", "/console/sign-in");
        looks("a link to sign in", signInLinks.issue("ben").getPath());
        looks("a link that is none", "/console/sign-in/nothing");
        browser.submit("/console/editions", "week=last");
        keeps("a form without its proof");
    }

    private void beforeAnything() {
        for (String path : List.of("", "/editions", "/stories", "/readers", "/readers/import", "/readers/ask")) {
            looks("nothing yet", "/console" + path);
        }
        looks("no such edition", "/console/editions/7");
        browser.open("/console/editions");
        browser.submit("/console/editions", "week=never&_csrf=" + token());
        keeps("no such week");
    }

    private void looksAtStories() {
        looks("a story to add", "/console/stories/new");
        browser.submit(
                "/console/stories/new",
                "url=https://news.example/valid&headline=A+%22story%22+%26+more&bodyHtml=%3Cp%3EText.%3C/p%3E&_csrf="
                        + token());
        keeps("a story that was added");
        String story = "/console/stories/"
                + stories.find("https://news.example/valid").orElseThrow().id();
        looks("a story", story);
        looks("stories that wait", "/console/stories");
        for (String press : List.of("add:newsSources", "add:xPosts", "save")) {
            browser.open(story);
            browser.submit(
                    story,
                    "press=%s&headline=&lang=!&publishedAt=soon&newsSources.url=x&newsSources.n=y&newsSources.words=%%22&xPosts.url=x&_csrf=%s"
                            .formatted(press, token()));
            keeps("a story, and " + press);
        }
        browser.open(story);
        browser.submit(story, "headline=Otherwise&seen=" + "0-".repeat(13) + "&_csrf=" + token());
        keeps("a story that was changed meanwhile");
        browser.open(story);
        browser.submit(story + "/withdraw", "_csrf=" + token());
        keeps("a story that was withdrawn");
    }

    private void looksAtReaders() {
        readers.waiting("o'brien&co@example.org");
        long left = readers.confirmed("left@example.org").id();
        long erased = readers.confirmed("erased@example.org").id();
        long bounced = readers.confirmed("bounced@example.org").id();
        subscribers.leave(left, "test");
        subscribers.sayWhy(left, "<b>\"too\" much</b>", "test");
        subscribers.erase(erased, "test");
        subscribers.suppress(bounced, Suppression.HARD_BOUNCE, "test");
        looks("readers", READERS);
        looks("in full", READERS + "?full=true");
        looks("the end of the list", READERS + "?before=1");
        for (long number : List.of(1L, left, erased, bounced, 11L)) {
            looks("reader " + number, READERS + "/" + number);
        }
        looks("no such reader", READERS + "/999");
        looks("take off?", READERS + "/1/take-off");
        looks("erase?", READERS + "/1/erase");
        for (String sought : List.of("LEFT@example.org", "no address", "who@example.org")) {
            browser.open(READERS);
            browser.submit(READERS + "/find", "email=" + sought.replace(" ", "+") + "&_csrf=" + token());
            keeps("seeks " + sought);
        }
    }

    private void looksAtFeeds() throws IOException {
        try (TestFeeds feed = new TestFeeds(context)) {
            looks("feeds", "/console/stories");
            browser.press(first("form[action$=ask] button"));
            keeps("a feed that was asked");
            feed.answers(410);
            clock.advance(Duration.ofMinutes(2));
            browser.press(first("form[action$=ask] button"));
            keeps("a feed that was given up");
            browser.press(first("form[action$=bring-back] button"));
            keeps("a feed that is back");
        }
    }

    private void looksAtLists() {
        browser.open(READERS + "/import");
        browser.upload(first("form:has([type=file]) button"), LIST.getBytes(StandardCharsets.UTF_8));
        keeps("what would come of a list");
        browser.upload(first("form[action$=take] button"), LIST.getBytes(StandardCharsets.UTF_8));
        keeps("a list that is in");
        browser.open(READERS + "/import");
        browser.upload(first("form:has([type=file]) button"), "a\"b".getBytes(StandardCharsets.UTF_8));
        keeps("no list");
        looks("asking", READERS + "/ask?import=1");
        looks("asking everyone", READERS + "/ask");
    }

    private void looksAtAnEdition() {
        looks("overview with an edition", "/console");
        looks("editions", "/console/editions");
        looks("stories", "/console/stories");
        looks("an edition", EDITION);
        looks("its content", EDITION + "/content");
        looks("a button that was pressed", EDITION + "/content?pressed=save");
        for (PreviewLook look : PreviewLook.values()) {
            looks("its mail", EDITION + "/preview?as=" + look.path());
        }
        looks("alt texts that are all there", EDITION + "/alt-texts");
        leavesOutTheAltTextOf(
                "/console/stories/" + editions.get(1).stories().get(0).story());
        looks("alt texts", EDITION + "/alt-texts");
        browser.open("/console/outbox");
        keeps("outbox");
        browser.page().select("main a[href^=/console/outbox/]").stream()
                .limit(1)
                .forEach(mail -> looks("a mail", mail.attr("href")));
    }

    private void leavesOutTheAltTextOf(String story) {
        browser.open(story);
        String typed = browser.page().select("form.story input, form.story textarea").stream()
                .filter(field -> !field.attr("name").startsWith("image"))
                .map(field -> field.attr("name") + "=" + URLEncoder.encode(field.val(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        browser.submit(story, typed + "&image.url=https://news.example/a.jpg");
        keeps("a story that was changed by hand");
    }

    private void looksAtItsRun() {
        try (LedgerOnPaper ledger = new LedgerOnPaper(database, connections, 1)) {
            ledger.isFrozen();
            ledger.hasDestinations(12);
            ledger.deliveries("REFUSED", 3);
            ledger.answered("REFUSED", "NO_SUCH_MAILBOX", "5.1.1", "550 5.1.1 <who> & \"you\"?");
            ledger.deliveries("PUT_OFF", 4);
            ledger.answered("PUT_OFF", "SLOW_DOWN", "4.7.28", "421 4.7.28 slower");
            ledger.areDueIn(20);
            ledger.brake("SLOWED", "421 slower");
            for (EditionState state : EditionState.values()) {
                ledger.edition(state, null);
                ledger.lives(3, 1_850);
                looks(state.name(), EDITION);
                looks(state.name(), EDITION + "/content");
                looks(state.name(), EDITION + "/correct");
                looks(state.name(), EDITION + "/withdraw");
            }
            looks("stop?", EDITION + "/stop");
            looks("overview of a run", "/console");
            looks("problems", EDITION + "/problems");
            looks("problems of one reason", EDITION + "/problems/NO_SUCH_MAILBOX");
            looks("problems of no reason", EDITION + "/problems/NOTHING");
        }
    }

    private void looks(String state, String path) {
        browser.open(path);
        keeps(state + " " + path);
    }

    private void keeps(String state) {
        served.put(state, browser.last().body());
    }

    private String first(String selector) {
        return browser.page().select(selector).eachText().get(0);
    }

    private String token() {
        return browser.page().select("input[name=_csrf]").val();
    }
}
