package com.newgroktimes.digest.operator.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.operator.Week;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.ScriptedRelay;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** A test, from the console. */
@DigestTest
class TestOnThePageTest {

    private static final String FIRST = "/console/editions/1";

    @Autowired
    private Stories stories;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;
    private Week week;

    @BeforeEach
    void anEditionIsLookedAt() {
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
        week = new Week(stories, readers);
        week.hasStories();
        browser.open("/console/editions");
        browser.press("Assemble");
    }

    @AfterEach
    void theMailServerIsThereAgain() {
        MailServer.comesBack();
    }

    @Test
    void beforeTheFirstTestThePageSaysThatThereWasNone() {
        Document page = browser.page();

        assertThat(page.select("#tested").text()).startsWith("Test: No copy was sent to try this edition out yet.");
        assertThat(page.select(".LOOK li").text()).contains("test-send");
        assertThat(page.select("#test ~ form #to").val()).isEmpty();
        assertThat(page.text())
                .contains(
                        "Goes out exactly as readers will see it, with a working unsubscribe link that only shows the page.");
    }

    @Test
    void aTestGoesToEachLineAndThePageSaysWhatCameOfIt() {
        Document page = tests("eve@example.org\r\n\r\n  ben@example.org  \r\n");

        assertThat(browser.last().statusCode()).isEqualTo(200);
        assertThat(ReceivedMail.inboxOf("eve@example.org")).hasSize(1);
        assertThat(ReceivedMail.inboxOf("ben@example.org")).hasSize(1);
        assertThat(page.select("#tested").text()).startsWith("Test: Sent to 2 addresses at 10:00 UTC, same content");
        assertThat(page.select("#test ~ .scroll").get(0).select("tbody tr").eachText())
                .containsExactly("eve@example.org Accepted – 250 OK", "ben@example.org Accepted – 250 OK");
        assertThat(page.select(".FINE li").text()).contains("2 addresses took a test of this exact content.");
        assertThat(page.select("#to").val()).isEqualTo("eve@example.org\nben@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eve@example.org,ben@example.org",
                "eve@example.org; ben@example.org;",
                "eve@example.org ben@example.org",
                " ,eve@example.org ;\t\u00a0ben@example.org\r\n,"
            })
    void addressesMayStandApartInAnyWay(String typed) {
        tests(typed);

        assertThat(browser.last().statusCode()).isEqualTo(200);
        assertThat(ReceivedMail.inboxOf("eve@example.org")).hasSize(1);
        assertThat(ReceivedMail.inboxOf("ben@example.org")).hasSize(1);
    }

    @Test
    void aNameInQuotationMarksIsOneWhateverIsInIt() {
        tests("\"eve, of; all\"@example.org");

        assertThat(browser.page()
                        .select("#test ~ .scroll")
                        .get(0)
                        .select("tbody tr")
                        .eachText())
                .containsExactly("\"eve, of; all\"@example.org Accepted – 250 OK");
    }

    @Test
    void aLongTextWithNothingInBetweenIsNoAddress() {
        Document page = tests("x".repeat(9_000));

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(page.text()).contains("cannot be mailed to.");
    }

    @Test
    void moreTextThanAddressesNeedIsNotEvenRead() {
        Document page = tests("eve@example.org ".repeat(1_000));

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(page.text()).contains("here are 16000 characters. Name the addresses alone. Nothing was sent.");
        assertThat(ReceivedMail.inboxOf("eve@example.org")).isEmpty();
    }

    @Test
    void whatWasUsedLastIsThereForTheNextEdition() {
        tests("eve@example.org");
        clock.advance(Duration.ofMinutes(1));

        browser.press("Send a test first");

        assertThat(ReceivedMail.inboxOf("eve@example.org"))
                .extracting(ReceivedMail::subject)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void anEditionThatChangedSinceSaysSo() {
        tests("eve@example.org");
        week.hasAStoryThatStops();
        clock.advance(Duration.ofHours(20));

        Document page = browser.open(FIRST);

        assertThat(page.select("#tested").text())
                .startsWith("Test: Sent to one address at 25 November 2026, 10:00 UTC. The content has changed since.");
        assertThat(page.select(".LOOK li").text()).contains("test-send");
    }

    @Test
    void whoIsRefusedOrLeftOutIsToldWhy() {
        readers.confirmed("ada@example.org");
        subscribers.suppress(readers.find("ada@example.org").id(), Suppression.COMPLAINT, "test");
        readers.haveTheirLetters();
        MailServer.goesAway();
        try (ScriptedRelay relay =
                ScriptedRelay.at(MailServer.port()).answers("RCPT", "550 5.1.1 none here", "452 4.2.2 full", "")) {
            Document page = tests("ada@example.org\nben@example.org\ncleo@example.org\ndan@example.org");

            assertThat(page.select("#test ~ .scroll").get(0).select("tbody tr").eachText())
                    .containsExactly(
                            "ada@example.org Left out Not sent: they reported our mail as unwanted –",
                            "ben@example.org Refused No such mailbox 550 5.1.1 none here",
                            "cleo@example.org Put off Mailbox full. Nobody tries a test again: send another one later. 452 4.2.2 full",
                            "dan@example.org Accepted – 250 2.0.0 taken");
            assertThat(page.select("#tested").text()).startsWith("Test: Sent to 1 of 4 addresses at");
            assertThat(relay.messages()).hasSize(1);
        }
    }

    @Test
    void whatIsNoAddressIsToldOnThePageAndWhatWasTypedStays() {
        Document page = tests("eve@example.org\n<b>ben</b>");

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert]").text())
                .contains("“<b>ben</b>” cannot be mailed to.", "Nothing was sent.");
        assertThat(page.select("#to").val()).isEqualTo("eve@example.org\n<b>ben</b>");
        assertThat(ReceivedMail.inboxOf("eve@example.org")).isEmpty();

        assertThat(tests("").select("[role=alert]").text()).contains("No address");
        assertThat(tests("a@example.org\n".repeat(6)).select("[role=alert]").text())
                .contains("Too many addresses", "and here are 6");
        assertThat(tests("eve@example.org \"ben@example.org")
                        .select("[role=alert]")
                        .text())
                .contains("“\"ben@example.org” cannot be mailed to.");
    }

    @Test
    void aRelayThatIsAwayIsToldOnThePage() {
        MailServer.goesAway();

        Document page = tests("eve@example.org");

        assertThat(browser.last().statusCode()).isEqualTo(503);
        assertThat(page.select("[role=alert]").text()).contains("The relay is away", "Nothing was sent");
        assertThat(page.select("#tested").text()).contains("No copy was sent");
    }

    private Document tests(String addresses) {
        browser.open(FIRST);
        String token = browser.page().select("input[name=_csrf]").val();
        return browser.submit(
                FIRST + "/test", "_csrf=" + token + "&to=" + URLEncoder.encode(addresses, StandardCharsets.UTF_8));
    }
}
