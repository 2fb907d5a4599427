package com.newgroktimes.digest.operator.pages;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.mail.Reason;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class ProblemsPageTest {

    private static final String PROBLEMS = "/console/editions/1/problems";

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private OwnConnections connections;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;
    private Newsroom newsroom;
    private Edition edition;
    private LedgerOnPaper ledger;

    @BeforeEach
    void hasAnEdition() {
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
        newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(10);
        edition = newsroom.hasAnEdition();
        ledger = new LedgerOnPaper(database, connections, edition.number());
    }

    @AfterEach
    void closeTheLedger() {
        ledger.close();
    }

    @Test
    void theyStandByReasonThenByProviderThenOneByOne() {
        ledger.isFrozen();
        ledger.deliveries("REFUSED", 3);
        ledger.answered("REFUSED", "NO_SUCH_MAILBOX", "5.1.1", "550 5.1.1 no such user");
        ledger.deliveries("PUT_OFF", 4);
        ledger.answered("PUT_OFF", "SLOW_DOWN", "4.7.28", "421 4.7.28 slower");
        ledger.deliveries("UNKNOWN", 1);
        ledger.edition(EditionState.SENT_PROBLEMS, null);

        Document page = browser.open(PROBLEMS);

        assertThat(page.select(".lead").text())
                .isEqualTo("They asked us to slow down (4) · No such mailbox (3) · No answer (1)");
        assertThat(page.select(".providers").eachText()).startsWith("example.org 4");
        Document readers =
                browser.open(page.select(".providers a[href*=NO_SUCH]").attr("href"));
        assertThat(readers.select("h1").text()).isEqualTo("No such mailbox");
        assertThat(readers.select("tbody tr")).hasSize(3);
        assertThat(readers.select("tbody").text())
                .contains("r…@example.org", "5.1.1", "550 5.1.1 no such user")
                .doesNotContain("reader1@");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasItsWords(Reason reason) {
        ledger.isFrozen();
        ledger.deliveries("REFUSED", 1);
        ledger.answered("REFUSED", reason.name(), "5.0.0", "550 no");

        assertThat(browser.open(PROBLEMS).select(".lead").text()).endsWith(" (1)");
        assertThat(browser.open(PROBLEMS + "/" + reason).select("tbody tr")).hasSize(1);
    }

    @Test
    void addressesAreShownInFullOnDemandAndOfOnePageAlone() {
        ledger.isFrozen();
        ledger.deliveries("REFUSED", 120);
        ledger.edition(EditionState.SENT_PROBLEMS, null);
        browser.open(PROBLEMS + "/UNSAID");
        assertThat(browser.page().select("tbody tr")).hasSize(50);

        Document full = browser.open(
                browser.page().select("a:contains(Show this page in full)").attr("href"));
        assertThat(full.select("tbody").text()).contains("reader1@example.org");
        Document second = browser.open(full.select("a:contains(Next page)").attr("href"));
        assertThat(second.select("tbody tr")).hasSize(50);
        assertThat(second.select("tbody").text()).doesNotContain("reader");
        Document last = browser.open(second.select("a:contains(Next page)").attr("href"));
        assertThat(last.select("tbody tr")).hasSize(20);
        assertThat(last.select("a:contains(Next page)")).isEmpty();
    }

    @Test
    void whatCanBeTriedAgainIsOfferedWithItsNumber() {
        deliveries.send(edition.number(), 10, edition.contentHash(), null, "ana");
        newsroom.awaits(edition, EditionState.SENT);
        ledger.became("GAVE_UP", "ACCEPTED", 7);
        ledger.edition(EditionState.SENT_PROBLEMS, null);
        browser.open(PROBLEMS);

        browser.press("Try again (7)");

        assertThat(browser.last().uri().getPath()).isEqualTo("/console/editions/1");
        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(17);
    }

    @Test
    void whatIsUnknownIsTriedAgainOnlyByWhoTicks() {
        ledger.isFrozen();
        ledger.deliveries("UNKNOWN", 2);
        ledger.edition(EditionState.SENT_PROBLEMS, null);
        Document page = browser.open(PROBLEMS);
        assertThat(page.select("label").text()).isEqualTo("They may have got it. Trying again may send it twice.");

        Document refused = browser.submit(PROBLEMS + "/retry", token() + "&state=UNKNOWN&recipients=2");

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(refused.select("h1").text()).isEqualTo("Problems of edition 1");
        assertThat(refused.select("[role=alert]").text()).contains("Tick the box", "Nobody was mailed");
        assertThat(MailServer.received()).isEmpty();
    }

    @Test
    void aNumberThatIsAnotherByNowIsToldAndNobodyIsMailed() {
        ledger.isFrozen();
        ledger.deliveries("GAVE_UP", 7);
        ledger.edition(EditionState.SENT_PROBLEMS, null);
        browser.open(PROBLEMS);

        Document refused = browser.submit(PROBLEMS + "/retry", token() + "&state=GAVE_UP&recipients=3");

        assertThat(browser.last().statusCode()).isEqualTo(409);
        assertThat(refused.select("[role=alert]").text()).contains("you said 3", "Nobody was mailed");
        assertThat(refused.select("button").eachText()).contains("Try again (7)");
    }

    @Test
    void whileItIsSentNothingIsTriedAgainByHand() {
        ledger.isFrozen();
        ledger.deliveries("PUT_OFF", 2);
        ledger.edition(EditionState.SENDING, null);

        Document page = browser.open(PROBLEMS);

        assertThat(page.select("main form")).isEmpty();
        assertThat(page.text()).contains("once this attempt is over");
        assertThat(browser.submit(PROBLEMS + "/retry", token() + "&state=PUT_OFF&recipients=2")
                        .select("[role=alert]")
                        .text())
                .contains("Nobody was mailed");
    }

    @Test
    void whereThereAreNoneThePageSaysSo() {
        ledger.isFrozen();
        ledger.edition(EditionState.SENT, null);

        assertThat(browser.open(PROBLEMS).select(".lead").text()).startsWith("Nobody was put off");
        assertThat(browser.open(PROBLEMS + "/NO_ANSWER").text()).contains("Nobody, at this moment.");
        browser.open("/console/editions/9/problems");
        assertThat(browser.last().statusCode()).isEqualTo(404);
    }

    private String token() {
        return "_csrf=" + browser.page().select("input[name=_csrf]").get(0).val();
    }
}
