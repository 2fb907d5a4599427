package com.newgroktimes.digest.operator.pages;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.delivery.run.PlannedAttempt;
import com.newgroktimes.digest.delivery.run.Timetable;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of an edition under way, in every state, without a script. The states are written down, not come to. */
@DigestTest
@ExtendWith(OutputCaptureExtension.class)
class LivePageTest {

    private static final String FIRST = "/console/editions/1";

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private OwnConnections connections;

    @Autowired
    private Timetable timetable;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;
    private LedgerOnPaper ledger;

    @BeforeEach
    void hasAnEdition() {
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
        var newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(10);
        Edition edition = newsroom.hasAnEdition();
        ledger = new LedgerOnPaper(database, connections, edition.number());
    }

    @AfterEach
    void closeTheLedger() {
        ledger.close();
    }

    @ParameterizedTest
    @EnumSource(EditionState.class)
    void everyStateHasItsWordAndItsSign(EditionState state) {
        ledger.isFrozen();
        ledger.edition(state, null);

        Document page = browser.open(FIRST);

        assertThat(page.select("#live .state").text()).isNotBlank();
        assertThat(page.select("#live .state svg[aria-hidden=true] path").attr("d"))
                .isNotBlank();
        assertThat(page.select("#live [role=status]").text())
                .startsWith(page.select("#live .state").text());
        assertThat(page.select(".lead").text()).startsWith("Edition 1 ");
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, ''",
        "SCHEDULED, Take it back",
        "HOLDING, Take it back",
        "PREPARING, Stop for good…",
        "SENDING, Pause + Stop for good…",
        "PAUSING, ''",
        "PAUSED, Resume + Mend what was not sent yet + Stop for good…",
        "RETRYING, End now",
        "SENT, ''",
        "SENT_PROBLEMS, ''",
        "STOPPED, ''",
        "FAILED, Resume",
    })
    void eachStateHasItsWaysOut(EditionState state, String waysOut) {
        ledger.isFrozen();
        ledger.edition(state, null);

        Document page = browser.open(FIRST);

        assertThat(String.join(
                        " + ", page.select("#live form button, #live a.button").eachText()))
                .isEqualTo(waysOut);
    }

    @ParameterizedTest
    @EnumSource(EditionState.class)
    void theScriptAsksAgainUntilNothingMoreCanHappen(EditionState state) {
        ledger.isFrozen();
        ledger.edition(state, null);

        boolean asksAgain = browser.open(FIRST + "/live").select("#live").hasAttr("data-poll");

        assertThat(asksAgain).isEqualTo(!state.open() && !state.ended());
        assertThat(browser.page().select("header, nav")).isEmpty();
    }

    @Test
    void whileItIsSentThePageSaysHowFarAndHowFast() {
        ledger.isFrozen();
        ledger.deliveries("ACCEPTED", 4);
        ledger.deliveries("PUT_OFF", 1);
        ledger.edition(EditionState.SENDING, null);
        ledger.lives(2, 120);

        Document page = browser.open(FIRST);

        assertThat(page.select("progress").attr("value")).isEqualTo("4");
        assertThat(page.select("#how-far").text()).isEqualTo("40 %: 4 of 10 have a final result.");
        assertThat(page.select(".pace").text())
                .isEqualTo("120 a minute · less than a minute left · news from the sender 2 s ago");
        assertThat(page.select("[role=status]").text()).isEqualTo("Sending, 40 %");
        assertThat(page.select("#live").text()).contains("One person will be tried again.");
        assertThat(page.select("#live").text()).contains("Up to 4 messages already in hand will still go.");
    }

    @Test
    void whoWasPutOffWaitsForATimeOfTheirOwn() {
        ledger.isFrozen();
        ledger.deliveries("PUT_OFF", 3);
        ledger.areDueIn(20);
        ledger.edition(EditionState.PAUSED, null);

        assertThat(browser.open(FIRST).select("#live").text())
                .contains("3 people will be tried again, next at 10:20 UTC.");
    }

    @Test
    void betweenAttemptsThePageSaysWhenTheNextOneIsAndWhy() {
        ledger.isFrozen();
        ledger.deliveries("ACCEPTED", 5);
        ledger.became("PUT_OFF", "WAITING", 3);
        ledger.brake("QUIET", "421 4.7.28 too much");
        ledger.edition(EditionState.RETRYING, null);
        PlannedAttempt.at(SettableClock.START.plus(Duration.ofMinutes(25)), 1, timetable);

        assertThat(browser.open(FIRST).select("#next-attempt").text())
                .isEqualTo("The next attempt is at 10:25 UTC. 3 people were put off, and are tried again."
                        + " 2 people were not tried yet. Nothing goes to example.org for now.");
    }

    @Test
    void whereItWasStoppedThePageSaysWhoNeverGetsIt() {
        ledger.isFrozen();
        ledger.deliveries("ACCEPTED", 4);
        ledger.became("PUT_OFF", "WAITING", 1);
        ledger.became("SENDING", "WAITING", 1);
        ledger.edition(EditionState.STOPPED, "Stopped for good by ana.");

        Document page = browser.open(FIRST);

        assertThat(page.select("#never-tried").text())
                .isEqualTo("4 people were never tried, and do not get this edition: it ended before their turn came.");
        assertThat(page.select("#dropped").text())
                .isEqualTo("One person who was put off is given up, and does not get this edition.");
        assertThat(page.select(".counts .some dt").eachText())
                .containsExactly("Accepted", "Waiting: never tried", "In hand", "Put off: given up");
        assertThat(page.select("#destinations th").eachText()).contains("Never tried");
        assertThat(page.select("#destinations td[data-label=Never tried]").eachText())
                .containsExactly("4");
        assertThat(page.select("#destinations tbody td[data-label=Now]").text()).isEqualTo("–");
    }

    @Test
    void whereItsTimeWasOverThePageSaysHowManyWereNeverTried() {
        ledger.isFrozen();
        ledger.deliveries("ACCEPTED", 4);
        ledger.became("SKIPPED", "WAITING", 4);
        ledger.answered("SKIPPED", null, "TOO_LATE", "The edition ended before their turn came.");
        ledger.became("SKIPPED", "WAITING", 2);
        ledger.edition(EditionState.SENT, null);

        Document page = browser.open(FIRST);

        assertThat(page.select("#never-tried").text())
                .isEqualTo("4 people were never tried, and do not get this edition: it ended before their turn came.");
        assertThat(page.select("#destinations th").eachText())
                .as("how many of each destination those are is not counted")
                .doesNotContain("Never tried", "To send");
    }

    @Test
    void whatHoldsForAnOperatorIsToldOfEachDomainWhoseMailItTakes() {
        ledger.isFrozen();
        ledger.hasDomain("gmail.com", 2);
        ledger.hasDomain("googlemail.com", 3);
        ledger.brake("SLOWED", "gmail.com", "google.com");
        ledger.edition(EditionState.SENDING, null);

        assertThat(browser.open(FIRST).select("#destinations tbody tr").eachText())
                .contains(
                        "gmail.com mail taken by google.com 1 0 0 0 slowed until 10:30 UTC 421 4.7.0 later",
                        "googlemail.com mail taken by google.com 1 0 0 0 slowed until 10:30 UTC 421 4.7.0 later",
                        "example.org 10 0 0 0 normal");
    }

    @Test
    void theOverviewSaysWhatHoldsAnEditionUp() {
        ledger.isFrozen();
        ledger.edition(EditionState.SENDING, "The mail server relay.example:587 is away.");
        ledger.brake("SLOWED", "slow.example", "slow.example");
        for (String domain : List.of("a", "b", "c", "d")) {
            ledger.brake("ASIDE", domain + ".example", domain + ".example");
        }

        Document page = browser.open("/console");

        assertThat(page.select(".checks.LOOK li").eachText())
                .containsExactly(
                        "Edition 1: The mail server relay.example:587 is away. See how it stands",
                        "Nothing of edition 1 goes to a.example, b.example, c.example +1 for now. See how it stands");
        assertThat(page.select(".checks.LOOK a").eachAttr("href")).containsOnly(FIRST + "#live");
    }

    @ParameterizedTest
    @CsvSource({
        "PREPARING, 'Locked, because the list of its readers is being made.'",
        "SENDING, 'Locked, because it is being sent. Pause it to mend it.'",
        "PAUSING, 'Locked, because it is pausing. Once it is paused, you can mend it.'",
        "RETRYING, 'Locked, because it is out: those who are tried again get it as it is.'",
        "SENT, 'Locked, because it was sent. Its web page can be corrected.'",
    })
    void whyItsContentIsLockedAdvisesOnlyWhatIsPossible(EditionState state, String words) {
        ledger.isFrozen();
        ledger.edition(state, null);

        assertThat(browser.open(FIRST + "/content").select(".told").text()).isEqualTo(words);
    }

    @Test
    void whoWithdrawsAnEditionIsLogged(CapturedOutput output) {
        ledger.isFrozen();
        ledger.edition(EditionState.SENT, null);
        browser.submit(FIRST + "/correct", token() + "&why=Forty,+not+four+hundred.");
        browser.submit(FIRST + "/withdraw", token() + "&why=None+of+it+was+so.");

        assertThat(output.getOut())
                .contains("The web page of edition 1 is corrected by ana.", "Edition 1 is withdrawn by ana.");
        assertThat(browser.open(FIRST + "/content").select(".told").text())
                .isEqualTo("Locked, because it was sent. It was withdrawn since.");
    }

    @ParameterizedTest
    @CsvSource({"1, about 5 minutes left", "300, less than a minute left"})
    void theTimeThatIsLeftIsRounded(int perMinute, String words) {
        ledger.isFrozen();
        ledger.deliveries("ACCEPTED", 5);
        ledger.edition(EditionState.SENDING, null);
        ledger.lives(0, perMinute);

        assertThat(browser.open(FIRST).select(".pace").text()).contains(words);
    }

    /** However fast the others are: its readers are among those who are left. */
    @Test
    void itTakesAtLeastUntilOneThatGetsNothingIsBack() {
        ledger.isFrozen();
        ledger.deliveries("ACCEPTED", 5);
        ledger.edition(EditionState.SENDING, null);
        ledger.lives(0, 300);
        ledger.brake("QUIET", "421 4.7.28 too much");

        assertThat(browser.open(FIRST).select(".pace").text()).contains("about 30 minutes left");
    }

    @Test
    void whereOnlyOneIsLeftThatGetsNothingTheTimeIsKnownThoughNothingIsAccepted() {
        ledger.isFrozen();
        ledger.deliveries("ACCEPTED", 5);
        ledger.edition(EditionState.SENDING, null);
        ledger.lives(0, 0);
        assertThat(browser.open(FIRST).select(".pace").text()).doesNotContain("left");

        ledger.brake("QUIET", "421 4.7.28 too much");

        assertThat(browser.open(FIRST).select(".pace").text()).contains("about 30 minutes left");
    }

    @Test
    void itTakesAtLeastAsLongAsTheSlowestDestinationTakes() {
        ledger.isFrozen();
        ledger.deliveries("ACCEPTED", 5);
        ledger.edition(EditionState.SENDING, null);
        ledger.lives(0, 300);
        ledger.brake("SLOWED", "421 4.7.0 try again later");
        ledger.paces(Duration.ofMinutes(4));

        assertThat(browser.open(FIRST).select(".pace").text()).contains("about 20 minutes left");
    }

    @Test
    void untilTheRateIsKnownNothingIsSaidOfIt() {
        ledger.isFrozen();
        ledger.edition(EditionState.SENDING, null);
        ledger.lives(1, null);

        assertThat(browser.open(FIRST).select(".pace").text()).isEqualTo("news from the sender 1 s ago");
    }

    @Test
    void aSenderThatIsSilentMayHaveStopped() {
        ledger.isFrozen();
        ledger.edition(EditionState.SENDING, null);
        ledger.lives(44, 100);
        assertThat(browser.open(FIRST).select("#live [role=alert]")).isEmpty();

        ledger.lives(45, 100);

        assertThat(browser.open(FIRST).select("#live [role=alert]").text())
                .startsWith("No news from the sender since 09:59 UTC. It may have stopped.")
                .contains("Start it");
        assertThat(browser.page().select(".pace")).isEmpty();
    }

    @Test
    void aPauseSaysWhoseItWas() {
        ledger.isFrozen();
        ledger.edition(EditionState.PAUSED, "Paused by the safety stop. example.org refused all of the last 50.");

        assertThat(browser.open(FIRST).select("#live").text())
                .contains("Paused by the safety stop. example.org refused");
    }

    @Test
    void providersAreToldApartWithWhatTheyAskFor() {
        ledger.isFrozen();
        ledger.deliveries("PUT_OFF", 3);
        ledger.edition(EditionState.SENDING, null);
        ledger.brake("SLOWED", "421 4.7.0 try again later");

        assertThat(browser.open(FIRST).select("#destinations tbody tr").text())
                .startsWith("example.org 7 0 3 0 slowed until 10:30 UTC")
                .contains("421 4.7.0 try again later");

        ledger.brake("ASIDE", "550 5.7.1 no");
        assertThat(browser.open(FIRST).select("#destinations tbody tr").text()).contains("refuses us until 10:30 UTC");

        ledger.brake("QUIET", "421 4.7.28 too much");
        assertThat(browser.open(FIRST).select("#destinations tbody tr").text())
                .contains("gets nothing until 10:30 UTC", "421 4.7.28 too much");

        ledger.brake("FEW", "421 4.7.28 too much");
        assertThat(browser.open(FIRST).select("#destinations tbody tr").text())
                .contains("few at once until 10:30 UTC", "421 4.7.28 too much");
    }

    @Test
    void ofManyProvidersTheLargestAreShownAndAllOnDemand() {
        ledger.isFrozen();
        ledger.edition(EditionState.SENDING, null);
        ledger.hasDestinations(20);

        assertThat(browser.open(FIRST).select("#destinations tbody tr")).hasSize(14);
        assertThat(browser.page().select("#all").text()).isEqualTo("All 21");
        assertThat(browser.open(FIRST + "?all=true").select("#destinations tbody tr"))
                .hasSize(21);
        assertThat(browser.page().select("#live").attr("data-poll")).isEqualTo(FIRST + "/live?all=true");
    }

    @Test
    void theLatestProblemsStandInPlainWordsWithoutAnAddressInFull() {
        ledger.isFrozen();
        ledger.deliveries("REFUSED", 10);
        ledger.answered("REFUSED", "MAILBOX_FULL", "5.2.2", "552 5.2.2 over quota");
        ledger.answered("REFUSED", "MAILBOX_FULL", "5.2.2", "552 5.2.2 over quota");
        ledger.edition(EditionState.SENDING, null);

        Document page = browser.open(FIRST);

        Elements lines = page.select("#live h3:contains(Latest) ~ .scroll tbody tr");
        assertThat(lines).hasSize(10);
        assertThat(lines.get(0).text()).contains("r…@example.org", "Refused", "Mailbox full", "5.2.2");
        assertThat(page.text()).doesNotContain("reader1@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "end", "take-back"})
    void whatIsNotPossibleNowIsToldOnThePage(String act) {
        ledger.isFrozen();
        ledger.edition(EditionState.SENT, null);

        Document page = browser.submit(FIRST + "/" + act, token());

        assertThat(browser.last().statusCode()).isEqualTo(409);
        assertThat(page.select("h1").text()).isEqualTo("Edition 1");
        assertThat(page.select(".fault[role=alert]").text()).contains("Edition 1 is sent");
    }

    @Test
    void itIsStoppedForGoodOnlyByWhoTypesItsNumber() {
        ledger.isFrozen();
        ledger.deliveries("ACCEPTED", 4);
        ledger.edition(EditionState.PAUSED, "Paused by ana.");
        Document ask = browser.open(FIRST + "/stop");
        assertThat(ask.select(".lead").text()).isEqualTo("6 people will not get this edition. This cannot be undone.");

        Document refused = browser.submit(FIRST + "/stop", token() + "&typed=2");

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(refused.select("[role=alert]").text()).contains("You typed \"2\"", "Nothing was stopped");
        assertThat(editions.state(1)).isEqualTo(EditionState.PAUSED);

        Document stopped = browser.submit(FIRST + "/stop", token() + "&typed=+1");

        assertThat(editions.state(1)).isEqualTo(EditionState.STOPPED);
        assertThat(stopped.select("#live .state").text()).isEqualTo("Stopped for good");
        assertThat(stopped.select("#live").text()).contains("Stopped for good by ana.");
    }

    @Test
    void whatCannotBeStoppedIsNotAskedAbout() {
        ledger.isFrozen();
        ledger.edition(EditionState.SENT, null);

        assertThat(browser.open(FIRST + "/stop").select("main form")).isEmpty();
        assertThat(browser.submit(FIRST + "/stop", token() + "&typed=1")
                        .select("[role=alert]")
                        .text())
                .contains("Edition 1 is sent");
    }

    private String token() {
        String token = browser.page().select("input[name=_csrf]").val();
        return "_csrf="
                + (token.isEmpty()
                        ? browser.open(FIRST).select("input[name=_csrf]").val()
                        : token);
    }
}
