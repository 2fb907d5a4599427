package com.newgroktimes.digest.operator.pages;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.operator.Week;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The page on which an edition is changed, without script. */
@DigestTest
class ContentPageTest {

    private static final String CONTENT = "/console/editions/1/content";

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private Readers readers;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private JdbcClient database;

    @Autowired
    private OwnConnections connections;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;

    @BeforeEach
    void anEdition() {
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
        new Week(stories, readers).hasStories();
        editions.assemble("last");
        browser.open(CONTENT);
    }

    @Test
    void whatIsTypedIsSavedByWhicheverButton() {
        EditionStory second = editions.get(1).stories().get(1);

        Document page = press(
                "up:" + second.story(),
                Map.of("subject", "By hand", "note", "Dear readers", "headline-" + second.story(), "Mended"));

        Edition edition = editions.get(1);
        assertThat(edition.subject()).isEqualTo("By hand");
        assertThat(edition.note()).isEqualTo("Dear readers");
        assertThat(edition.stories().get(0).content().headline()).isEqualTo("Mended");
        assertThat(edition.stories().get(0).story()).isEqualTo(second.story());
        assertThat(page.select("[role=status]").text()).contains("Saved", "by ana");
        assertThat(page.select("button[autofocus]").text()).startsWith("Down"); // it is at the top: up leads nowhere
    }

    @Test
    void whatCannotBeDoneIsToldInTheLanguageOfThePage() {
        browser.prefer("de");
        database.sql("update edition set state = 'SENDING', frozen_at = now()").update();

        Document page = press("save", Map.of("subject", "Zu spät"));

        assertThat(browser.last().statusCode()).isEqualTo(409);
        assertThat(page.select("[role=alert]").text()).contains("Ihr Inhalt steht fest", "Ausgabe 1 ist im Versand");
        assertThat(page.select("[role=alert] [lang=en]")).isEmpty();
    }

    @Test
    void aStoryIsGivenItsPlaceByNumber() {
        new Week(stories, readers).hasAStoryThatStops();
        browser.open(CONTENT);
        EditionStory last = editions.get(1).stories().get(2);

        press("place:" + last.story(), Map.of("place-" + last.story(), "1"));

        assertThat(editions.get(1).stories()).extracting(EditionStory::story).startsWith(last.story());
        Document page = press("save", Map.of("place-" + last.story(), "nowhere"));
        assertThat(page.select("[role=alert]").text()).contains("Positions begin at 1.");
        assertThat(page.select("[name=place-%d]".formatted(last.story())).val()).isEqualTo("nowhere");
    }

    @Test
    void aPairThatResemblesIsMarkedAtBothStories() {
        Story first = editions.get(1).stories().get(0).content();
        stories.put(
                new Story(
                        "https://elsewhere.example/chips",
                        first.section(),
                        first.headline() + " again",
                        first.tldr(),
                        first.msmPerspective(),
                        first.xPerspective(),
                        first.bodyHtml(),
                        first.byline(),
                        first.place(),
                        first.lang(),
                        first.publishedAt(),
                        null,
                        first.newsSources(),
                        first.xPosts()),
                "api");

        assertThat(browser.open(CONTENT).select(".desk-list li:has(.marks li:contains(told twice))"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aMailIsLookedAtInEachLanguage() {
        Document page = browser.open("/console/editions/1/preview?language=de");

        assertThat(page.select(".languages a").eachText()).contains("English", "Deutsch");
        assertThat(page.select(".languages [aria-current]").text()).isEqualTo("Deutsch");
        assertThat(page.select(".looks a").eachAttr("href")).allMatch(link -> link.endsWith("&language=de"));
        browser.open(page.select("iframe").attr("src"));
        assertThat(browser.last().body()).contains("lang=\"de\"");
        assertThat(browser.open("/console/editions/1").select("#copy option").eachText())
                .contains("Deutsch");
    }

    @Test
    void whatIsEmptiedGoesByRuleAgain() {
        String before = editions.get(1).subject();
        press("save", Map.of("subject", "By hand", "note", "Dear readers"));

        press("save", Map.of("subject", " ", "note", ""));

        assertThat(editions.get(1).subject()).isEqualTo(before);
        assertThat(editions.get(1).note()).isNull();
    }

    @Test
    void aStoryIsLeftOutAndPutInAgain() {
        EditionStory first = editions.get(1).stories().get(0);

        Document page = press("out:" + first.story(), Map.of());
        assertThat(page.select(".desk-list li")).hasSize(1);
        assertThat(page.text()).contains("Left out");
        press("in:" + first.story(), Map.of());

        assertThat(editions.get(1).stories()).hasSize(2);
        assertThat(editions.get(1).leftOut()).isEmpty();
    }

    @Test
    void whoeverComesSecondLosesNothingThatTheyTyped() {
        Map<String, String> typed = fields(browser.page());
        stories.withdraw("https://news.example/docks");

        typed.put("subject", "Typed for a long time");
        Document page = submit("save", typed);

        assertThat(browser.last().statusCode()).isEqualTo(412);
        assertThat(page.select("[role=alert]").text()).contains("not what you looked at any more");
        assertThat(page.select("#subject").val()).isEqualTo("Typed for a long time");
        submit("save", fields(page));
        assertThat(editions.get(1).subject()).isEqualTo("Typed for a long time");
    }

    @Test
    void whatNobodyTypedFollowsTheSiteEvenAfterAClash() {
        EditionStory second = editions.get(1).stories().get(1);
        Map<String, String> typed = fields(browser.page());
        typed.put("note", "Dear readers");
        typed.remove("long-" + second.story());
        stories.put(second.content().headed("Put right on the site"), "api");

        Document page = submit("up:" + second.story(), typed);
        assertThat(browser.last().statusCode()).isEqualTo(412);
        assertThat(page.select("#headline-" + second.story()).val()).isEqualTo("Put right on the site");
        assertThat(page.select("[name=long-%d]".formatted(second.story())).hasAttr("checked"))
                .isFalse();
        submit("save", fields(page));

        assertThat(editions.get(1).note()).isEqualTo("Dear readers");
        assertThat(headlineOf(second)).isEqualTo("Put right on the site");
        assertThat(editions.get(1).stories()).noneMatch(story -> story.story() == second.story() && story.isLong());
        stories.put(second.content().headed("And put right again"), "api");
        assertThat(headlineOf(second)).isEqualTo("And put right again");
    }

    private String headlineOf(EditionStory story) {
        return editions.get(1).stories().stream()
                .filter(other -> other.story() == story.story())
                .map(other -> other.content().headline())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFrozenOneIsLockedAndTellsWhatTheSiteHasChanged() {
        readers.confirmed("ada@example.org");
        Edition edition = editions.get(1);
        editions.hold(1, edition.contentHash(), 1, "ana", java.time.Instant.parse("2026-11-25T23:00:00Z"));
        stories.put(edition.stories().get(0).content().headed("Changed since"), "api");

        Document page = browser.open(CONTENT);

        assertThat(page.select("fieldset[disabled]")).hasSize(1);
        assertThat(page.text()).contains("Locked: it is approved", "The site changed this story at", "Changed since");
        assertThat(page.select("button[name=press]")).isEmpty();
    }

    @Test
    void oneThatIsPausedTakesWhatTheSiteHasChangedInARevisionOfItsOwn() {
        try (LedgerOnPaper ledger = new LedgerOnPaper(database, connections, 1)) {
            ledger.isFrozen();
            ledger.edition(EditionState.SENDING, null);
            Story first = editions.get(1).stories().get(0).content();
            stories.put(first.headed("Changed since"), "api");
            assertThat(browser.open(CONTENT).select("form[action$=revise]")).isEmpty();
            ledger.edition(EditionState.PAUSED, null);

            assertThat(browser.open(CONTENT)
                            .select(".told:has(form[action$=revise]) li")
                            .eachText())
                    .containsExactly(first.headline());
            Document mended = browser.press("Take the new version");

            assertThat(mended.text()).contains("Revision 2 is for those who have not got the edition yet");
            assertThat(mended.select("form[action$=revise]")).isEmpty();
            assertThat(editions.get(1).stories())
                    .extracting(story -> story.content().headline())
                    .contains("Changed since");
        }
    }

    @Test
    void oneThatIsPausedTakesOneStoryAloneAsItWasShown() {
        try (LedgerOnPaper ledger = new LedgerOnPaper(database, connections, 1)) {
            ledger.isFrozen();
            ledger.edition(EditionState.PAUSED, null);
            Story first = editions.get(1).stories().get(0).content();
            Story second = editions.get(1).stories().get(1).content();
            stories.put(first.headed("Changed since"), "api");
            stories.put(second.headed("Changed as well"), "api");

            browser.open(CONTENT);
            clock.advance(Duration.ofMinutes(1));
            stories.put(first.headed("And changed again"), "api");
            Document refused = browser.press("Take this one alone: " + first.headline());
            assertThat(browser.last().statusCode()).isEqualTo(409);
            assertThat(refused.select("[role=alert]").text()).contains("it has changed again");
            assertThat(editions.get(1).revision()).isEqualTo(1);

            Document mended = browser.press("Take this one alone: " + first.headline());
            assertThat(headlines()).containsExactly("And changed again", second.headline());
            assertThat(mended.select(".told li").eachText()).containsExactly(second.headline());

            press("save", Map.of("subject", "By hand"));
            assertThat(headlines()).containsExactly("And changed again", second.headline());
            browser.press("Take the new version");
            assertThat(headlines()).containsExactly("And changed again", "Changed as well");
        }
    }

    private List<String> headlines() {
        return editions.get(1).stories().stream()
                .map(story -> story.content().headline())
                .toList();
    }

    @Test
    void whatWasMovedStandsByRuleAgain() {
        List<String> before = headlines();
        EditionStory second = editions.get(1).stories().get(1);
        assertThat(browser.page().select("button[value^=flow]")).isEmpty();

        Document page = press("up:" + second.story(), Map.of());
        assertThat(headlines()).isNotEqualTo(before);
        assertThat(page.select("button[value^=flow]").eachAttr("value")).containsExactly("flow:" + second.story());
        press("flow:" + second.story(), Map.of());

        assertThat(headlines()).isEqualTo(before);
    }

    @Test
    void editionsAreListedByState() {
        clock.advance(Duration.ofDays(7));
        new Week(stories, readers).hasAStoryOfTheOpenWeek();
        editions.assemble("last");
        assertThat(browser.open("/console/editions").select("tbody tr")).hasSize(2);
        editions.hold(
                1, editions.get(1).contentHash(), 1, "ana", clock.instant().plusSeconds(3600));

        Document held = browser.open("/console/editions?state=HOLDING");
        assertThat(held.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .startsWith("1 ");
        assertThat(held.select("#state option").eachText()).contains("Leaving (1)");
        assertThat(browser.open("/console/editions?state=SENT").text()).contains("No edition is in this state.");
        assertThat(browser.open("/console/editions?state=nonsense").select("tbody tr"))
                .hasSize(2);
    }

    @Test
    void aMailIsLookedAtInEveryWay() {
        for (PreviewLook look : PreviewLook.values()) {
            Document page = browser.open("/console/editions/1/preview?as=" + look.path());
            assertThat(page.select(".looks [aria-current]")).as(look.name()).hasSize(1);
            assertThat(page.select("#links ~ .scroll tbody tr").size()).isGreaterThan(4);
        }
        assertThat(browser.open("/console/editions/1/preview?as=headers")
                        .select("pre")
                        .text())
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        browser.open("/console/editions/1/preview.html?as=dark");
        assertThat(browser.last().body()).contains("@media all").doesNotContain("prefers-color-scheme");
        browser.open("/console/editions/1/preview.html?as=no-pictures");
        assertThat(browser.last()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .doesNotContain("img-src");
        browser.open("/console/editions/1/preview/hash");
        assertThat(browser.last().body()).isEqualTo(editions.get(1).contentHash());
    }

    private Document press(String button, Map<String, String> typed) {
        Map<String, String> fields = fields(browser.page());
        fields.putAll(typed);
        return submit(button, fields);
    }

    private Document submit(String button, Map<String, String> fields) {
        fields.put("press", button);
        return browser.submit(
                CONTENT,
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static Map<String, String> fields(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : page.select("form.desk input, form.desk textarea")) {
            boolean sent = !field.attr("type").equals("checkbox") || field.hasAttr("checked");
            if (sent && !field.attr("name").isEmpty()) {
                fields.put(field.attr("name"), field.attr("type").equals("checkbox") ? "on" : field.val());
            }
        }
        return fields;
    }
}
