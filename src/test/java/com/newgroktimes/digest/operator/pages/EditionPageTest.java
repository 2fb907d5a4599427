package com.newgroktimes.digest.operator.pages;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.operator.Week;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SampleStories;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class EditionPageTest {

    private static final String FIRST = "/console/editions/1";

    @Autowired
    private Stories stories;

    @Autowired
    private Readers readers;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;
    private Week week;

    @BeforeEach
    void signIn() {
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
        week = new Week(stories, readers);
    }

    @Test
    void theOverviewBeginsWithWhatIsNeeded() {
        assertThat(browser.open("/console").select(".lead").text())
                .isEqualTo("No editions yet. Fetch last week's stories to start.");

        assembled();

        assertThat(browser.open("/console").select(".lead").text())
                .isEqualTo("Edition 1 is ready. Nobody is on the list yet.");
    }

    @Test
    void assemblingLeadsToTheEdition() {
        Document page = assembled();

        assertThat(browser.last().uri().getPath()).isEqualTo(FIRST);
        assertThat(page.select("h1").text()).isEqualTo("Edition 1");
        assertThat(page.select(".stories a").eachText()).contains("A chip cluster wakes up", "The queue at the docks");
    }

    @Test
    void whatChecksFoundIsSaidInTheLanguageOfWhoeverLooks() {
        assembled();
        browser.prefer("de");

        assertThat(browser.open(FIRST).select(".checks li").eachText())
                .contains("Jede Geschichte hat ihre Überschrift. headline")
                .anyMatch(row -> row.startsWith("Noch hat kein Mailserver einen Test"));
    }

    @Test
    void aRowOfARuleThatThereIsNoMoreKeepsItsSentence() {
        assembled();
        database.sql("update edition_check set rule = 'horoscope', what = 'bad' where rule = 'headline'")
                .update();
        database.sql("update edition_check set what = null, args = null where rule = 'tldr'")
                .update();
        browser.prefer("de");

        Document page = browser.open(FIRST);

        assertThat(page.select(".checks [lang=en]").eachText())
                .contains("Every story has its headline.", "Every story has its TL;DR.");
    }

    @Test
    void whatHasNoBlockInTheMailIsShownAsALink() {
        for (int i = 1; i <= 9; i++) {
            stories.put(SampleStories.story("Technology", "Headline " + i).build(), "api");
        }
        browser.open("/console/editions");

        assertThat(browser.press("Assemble").select(".stories .hint").eachText())
                .hasSize(9)
                .startsWith("Technology, in full", "Technology, in short")
                .endsWith("Technology, in short", "Technology, as a link, under “More this week”");
        assertThat(browser.page().select("link[rel=icon]").attr("href")).isEqualTo("/icon.svg");
    }

    @Test
    void fetchingTheWeeksStoriesSaysWhenThereAreNone() {
        browser.open("/console/editions");

        Document page = browser.press("Fetch last week's stories");

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert]").text()).isNotBlank();
        assertThat(page.select(".told[role=status]").text()).startsWith("No story read.");
    }

    @Test
    void anEditionWhoseWeekIsNotOverSaysUntilWhenStoriesCome() {
        assertThat(assembled().select("#live .told")).isEmpty();
        assertThat(browser.last().uri().getPath()).isEqualTo(FIRST);
        week.hasAStoryOfTheOpenWeek();
        browser.open("/console/editions");
        String token = browser.page().select("input[name=_csrf]").val();

        Document page = browser.submit("/console/editions", "week=current&_csrf=" + token);

        assertThat(page.select("#live .told").text())
                .isEqualTo("The week is not over: the edition takes stories until 30 November 2026, 06:00 UTC."
                        + " What comes after it is sent goes into the next one.");
        assertThat(page.select(".LOOK li").text()).contains("window");
    }

    @Test
    void aWeekThatALaterOneHasPassedIsNotOffered() {
        week.hasStories();
        week.hasAStoryOfTheOpenWeek();
        Document before = browser.open("/console/editions");
        assertThat(before.select("form[action$=/fetch]")).hasSize(1);
        assertThat(before.select("input[name=week]").val()).isEqualTo("last");

        browser.submit(
                "/console/editions",
                "week=current&_csrf=" + before.select("input[name=_csrf]").val());

        Document after = browser.open("/console/editions");
        assertThat(after.select("form[action$=/fetch]")).isEmpty();
        assertThat(after.text()).contains("The last closed week (2026-W47) has no edition, and a later week has one");
        assertThat(after.select("input[name=week]").val()).isEqualTo("current");
        assertThat(after.text()).doesNotContain("takes no more stories");
        assertThat(browser.open("/console").select("form[action$=/fetch]")).isEmpty();
    }

    @Test
    void whereTheWeekHasBeenSentItSaysWhenTheNextOneCanBeMade() {
        week.hasAStoryOfTheOpenWeek();
        browser.open("/console/editions");
        String token = browser.page().select("input[name=_csrf]").val();
        browser.submit("/console/editions", "week=current&_csrf=" + token);
        isSent();

        String next = "The next one can be made from 30 November 2026, 06:00 UTC on.";
        assertThat(browser.open("/console/editions").text()).contains(next);
        assertThat(browser.open("/console").text()).contains(next);
        assertThat(browser.submit("/console/editions", "week=last&_csrf=" + token)
                        .select("[role=alert]")
                        .text())
                .contains("wait until its week opens at 30 November 2026, 06:00 UTC");
    }

    @Test
    void oneThatWasWithdrawnDoesNotLookSent() {
        assembled();
        isSent();
        database.sql("update edition set withdrawn_at = frozen_at, withdrawn_why = 'Nothing in it was so.'")
                .update();

        assertThat(browser.open("/console/editions").select(".state").text()).isEqualTo("Withdrawn");
        Document page = browser.open(FIRST);
        assertThat(page.select(".state").text()).isEqualTo("Withdrawn");
        assertThat(page.select("#published").text()).isEqualTo("What readers find on the web in its place");
        assertThat(browser.open("/console/stories?week=" + Week.WEEK).text())
                .contains("In edition 1 That edition was withdrawn. Its stories go into no other.");
        assertThat(browser.open("/editions").select(".lead").text())
                .isEqualTo("There is no edition to read here at the moment.");
    }

    @Test
    void nothingNeedsAnybodyOnlyWhereNothingDoes() {
        assembled();
        isSent();
        assertThat(browser.open("/console").select(".lead").text()).isEqualTo("Nothing needs you.");

        stories.put(SampleStories.story("World", "Without a TL;DR").tldr(null).build(), "api");

        Document page = browser.open("/console");
        assertThat(page.select(".checks.LOOK li")).isNotEmpty();
        assertThat(page.select(".lead").text()).isEqualTo("No edition needs you now.");
    }

    private void isSent() {
        database.sql("update edition set state = 'SENT', frozen_at = timestamptz '2026-11-25T10:00:00Z'")
                .update();
    }

    @Test
    void whatARuleSaysOfSeveralStoriesIsOneRow() {
        for (int i = 1; i <= 3; i++) {
            stories.put(SampleStories.story("World", "Story " + i).msm(null).build(), "api");
        }

        Document page = assembled();

        assertThat(page.select(".LOOK > li > details > summary").eachText())
                .contains("Stories without an MSM Perspective, whose box is left out: 3 perspectives");
        assertThat(page.select(".LOOK details:contains(MSM) a").eachText())
                .containsExactlyInAnyOrder("Story 1", "Story 2", "Story 3");
        assertThat(page.select(".LOOK details:contains(MSM) a").eachAttr("href"))
                .allMatch(link -> link.matches("/console/stories/\\d+"));
        assertThat(page.select(".LOOK > li:contains(test-send) a").attr("href")).isEqualTo(FIRST + "#test");
    }

    @Test
    void whatIsSaidOfTheReadersIsSoNow() {
        week.hasReaders("ada@example.org");
        assertThat(assembled().select(".checks").text()).contains("One person would get it now.");

        week.hasReaders("ben@example.org");

        assertThat(browser.open(FIRST).select(".checks").text()).contains("2 people would get it now.");
    }

    @Test
    void aWeekThatIsNoneIsToldOnThePage() {
        browser.open("/console/editions");
        String token = browser.page().select("input[name=_csrf]").val();

        Document page = browser.submit("/console/editions", "week=someday&_csrf=" + token);

        assertThat(browser.last().statusCode()).isEqualTo(400);
        assertThat(page.select("[role=alert]").text()).contains("someday");
        assertThat(page.select("input[name=week]").val()).isEqualTo("someday");
    }

    @Test
    void theButtonCarriesTheNumberAndSends() {
        week.hasReaders("ada@example.org", "ben@example.org");
        assembled();

        browser.press("Send to 2 people");

        eventually(
                "edition 1 is sent",
                () -> browser.open(FIRST).select(".state").text().equals("Sent"));
        assertThat(browser.page().select(".lead").text()).isEqualTo("Edition 1 was sent. 2 of 2 were accepted.");
        assertThat(digests()).isEqualTo(2);
        assertThat(browser.page().select(".go")).isEmpty();
        assertThat(browser.page().select("#published").attr("href")).isEqualTo("/editions/1");
        assertThat(browser.page().select(".checks").text())
                .contains("Every story has its headline")
                .doesNotContain("would get it now");
    }

    @Test
    void aListThatGrewMeanwhileIsToldAndNothingIsSent() {
        week.hasReaders("ada@example.org");
        assembled();
        week.hasReaders("ben@example.org");

        Document page = browser.press("Send to 1 person");

        assertThat(browser.last().statusCode()).isEqualTo(409);
        assertThat(page.select("[role=alert]").text()).isNotBlank();
        assertThat(page.select(".go").text()).isEqualTo("Send to 2 people");
        assertThat(page.select(".state").text()).isEqualTo("Ready");
    }

    @Test
    void aDraftSaysWhatStopsIt() {
        week.hasAStoryThatStops();

        Document page = assembled();

        assertThat(page.select(".state").text()).isEqualTo("Draft");
        assertThat(page.select(".STOPS li").text()).contains("The tide comes in");
        assertThat(page.select(".go").attr("aria-disabled")).isEqualTo("true");
    }

    /** Whether mails can be verified, say, is no matter of what it says: it is READY all the same. */
    @Test
    void oneThatIsReadyAndStoppedByACheckSaysSo() {
        week.hasReaders("ada@example.org");
        assembled();
        database.sql("update edition_check set rule = 'horoscope', level = 'STOPS' where rule = 'headline'")
                .update();

        Document page = browser.open(FIRST);

        String sentence = "Edition 1 is ready in what it says, and cannot be sent now: one check stops it.";
        assertThat(page.select("#live .lead").text()).isEqualTo(sentence);
        assertThat(page.select(".go").attr("aria-disabled")).isEqualTo("true");
        assertThat(page.select("#why-not a").attr("href")).isEqualTo("#checks");
        Document overview = browser.open("/console");
        assertThat(overview.select(".lead").text()).isEqualTo(sentence);
        assertThat(overview.select("#stops").attr("href")).isEqualTo(FIRST + "#checks");
    }

    @Test
    void thePreviewStandsInAFrameThatMayDoNothing() {
        Document page = assembled();

        assertThat(page.select("iframe").attr("sandbox")).doesNotContain("allow-scripts", "allow-same-origin");
        browser.open(FIRST + "/preview.html");
        assertThat(browser.last()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("sandbox", "default-src 'none'", "frame-ancestors 'self'");
        assertThat(browser.last().headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(browser.last().body()).contains("A chip cluster wakes up");
    }

    @Test
    void anEditionThatIsNotThereIsNotFound() {
        Document page = browser.open("/console/editions/9");

        assertThat(browser.last().statusCode()).isEqualTo(404);
        assertThat(page.select("h1").text()).isEqualTo("No such edition");
        assertThat(page.select("header").text()).contains("Signed in as ana Sign out");
    }

    private static long digests() {
        return MailServer.received().stream().filter(EditionPageTest::isDigest).count();
    }

    private static boolean isDigest(MimeMessage mail) {
        try {
            return mail.getHeader("List-Unsubscribe") != null;
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private Document assembled() {
        week.hasStories();
        browser.open("/console/editions");
        return browser.press("Assemble");
    }
}
