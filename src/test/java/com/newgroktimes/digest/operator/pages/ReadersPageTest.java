package com.newgroktimes.digest.operator.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class ReadersPageTest {

    private static final String PAGE = "/console/readers";

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;

    @BeforeEach
    void signIn() {
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
    }

    @Test
    void anExactAddressLeadsToItsReaderAndStandsInNoUrl() {
        Subscriber ada = readers.confirmed("Ada+news@example.org");

        Document page = find("Ada+news@EXAMPLE.org");

        assertThat(browser.last().uri().toString()).endsWith(PAGE + "/" + ada.id());
        assertThat(page.select("h1").text()).isEqualTo("Ada+news@example.org");
        assertThat(page.select(".state").text()).isEqualTo("On the list");
    }

    @Test
    void whoHasItInOtherCapitalsIsNamedAndNotTakenForThem() {
        Subscriber ada = readers.waiting("Ada@example.org");

        Document page = find("ada@example.org");

        assertThat(page.select(".told").text()).contains("Nobody has the address ada@example.org.", "Ada@example.org");
        assertThat(page.select(".told a").attr("href")).isEqualTo(PAGE + "/" + ada.id());
    }

    @Test
    void whatIsNoAddressIsToldBesideTheForm() {
        Document page = find("<script>alert(1)</script>");

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(page.select(".fault").text()).contains("That is not an address");
        assertThat(page.select("#sought").val()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.select("main script")).isEmpty();
    }

    @Test
    void whoeverAListCallsGoneDidNotLeaveThisWeek() {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at, left_at)
                        values ('ada@example.org', 'UNSUBSCRIBED', 'import', '2026-11-25T09:00:00Z', '2026-11-25T09:00:00Z')
                        """).update();

        assertThat(browser.open(PAGE).select("main").text()).contains("Nobody left in the last seven days");
    }

    @Test
    void everybodyIsCountedOnceAndTheNewestStandFirst() {
        readers.confirmed("ada@example.org");
        readers.waiting("ben@example.org");
        subscribers.leave(readers.confirmed("eve@example.org").id(), "test");
        subscribers.suppress(readers.confirmed("gil@example.org").id(), Suppression.HARD_BOUNCE, "test");
        clock.advance(Duration.ofDays(8));
        subscribers.leave(readers.confirmed("ida@example.org").id(), "test");

        Document page = browser.open(PAGE);

        assertThat(page.select(".counts dd").eachText()).containsExactly("1", "1", "2", "1");
        assertThat(page.select("main").text())
                .contains("One person left in the last seven days. Mail to one person came back for good.");
        assertThat(page.select("tbody td:first-child").eachText())
                .containsExactly(
                        "i…@example.org", "g…@example.org", "e…@example.org", "b…@example.org", "a…@example.org");
        assertThat(browser.open(PAGE + "?full=true")
                        .select("tbody td:first-child")
                        .eachText())
                .contains("gil@example.org");
        assertThat(browser.open("/console").select(".counts dd").eachText()).containsExactly("1", "1", "2", "1");
    }

    @Test
    void aLongListHasPages() {
        for (int i = 0; i < 51; i++) {
            readers.waiting("reader%d@example.org".formatted(i));
        }

        Document first = browser.open(PAGE);
        Document second = browser.open(next(first));

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(second.select("tbody tr")).hasSize(1);
        assertThat(next(second)).isEmpty();
    }

    @Test
    void whoeverIsAddedByHandIsMailedTheButtonAndWaits() {
        Document page = add("ada@example.org");
        Document again = add("ada@example.org");

        assertThat(page.select("h1").text()).isEqualTo("ada@example.org");
        assertThat(page.select(".state").text()).isEqualTo("Waiting for confirmation");
        assertThat(page.select(".told").text()).startsWith("The mail is on its way.");
        assertThat(again.select(".told").text()).contains("counts once");
        readers.haveTheirLetters();
        assertThat(ReceivedMail.inboxOf("ada@example.org")).hasSize(1);
        assertThat(ReceivedMail.onlyOneTo("ada@example.org").text().replaceAll("\\s+", " "))
                .contains("our newsroom put this address down")
                .doesNotContain("someone, we hope you");
        assertThat(readers.acts(readers.find("ada@example.org"))).containsExactly("added by hand");
        assertThat(browser.open(browser.last().uri().getPath()).select("tbody").text())
                .contains("by ana here", "confirmation mailed");
    }

    @Test
    void aLikelySlipIsAskedAboutAndNeverCorrectedByItself() {
        Document asked = add("ada@gmial.com");

        assertThat(browser.last().statusCode()).isEqualTo(200);
        assertThat(asked.select(".told").text()).startsWith("Nobody was mailed yet. ada@gmial.com looks like a slip.");
        assertThat(readers.knows("ada@gmial.com")).isFalse();
        assertThat(readers.knows("ada@gmail.com")).isFalse();
        assertThat(press(asked, "Mail ada@gmail.com").select("h1").text()).isEqualTo("ada@gmail.com");
        assertThat(readers.knows("ada@gmial.com")).isFalse();
    }

    @Test
    void whatSpeaksAgainstAnAddressIsForTheOperatorToWeigh() {
        for (String doubtful : List.of("ada@gmial.com", "ben@10minutemail.com")) {
            Document asked = add(doubtful);
            assertThat(readers.knows(doubtful)).isFalse();

            Document page = press(asked, "Mail " + doubtful + " all the same");

            assertThat(page.select("h1").text()).isEqualTo(doubtful);
            assertThat(page.select(".told").text()).startsWith("The mail is on its way.");
        }
        assertThat(add("eve@10minutemail.com").select(".told").text()).contains("to be thrown away");
    }

    @Test
    void whoeverWasTakenOffIsNotMailedByAddingThemAgain() {
        subscribers.suppress(readers.confirmed("ada@example.org").id(), Suppression.OPERATOR, "test");
        readers.haveTheirLetters();
        int before = ReceivedMail.inboxOf("ada@example.org").size();
        clock.advance(Duration.ofHours(1));

        Document page = add("ada@example.org");

        assertThat(page.select(".told").text()).startsWith("Nothing was mailed");
        readers.haveTheirLetters();
        assertThat(ReceivedMail.inboxOf("ada@example.org")).hasSize(before);
    }

    @Test
    void theWholeListIsAFile() {
        readers.waiting("ada@example.org");

        browser.open(PAGE + "/export");

        assertThat(browser.last().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv");
        assertThat(browser.last().body()).startsWith("email,").contains("ada@example.org");
    }

    @Test
    void actsWithoutTheirTokenDoNothing() {
        Subscriber ada = readers.confirmed("ada@example.org");
        String page = PAGE + "/" + ada.id();

        for (String act : List.of(page + "/take-off", page + "/erase", page + "/confirmation", PAGE + "/ask")) {
            browser.submit(act, "recipients=1");
            assertThat(browser.last().statusCode()).as(act).isEqualTo(403);
        }
        assertThat(readers.find("ada@example.org")).isEqualTo(ada);
    }

    @Test
    void whomAListBroughtIsAskedForTheNumberOnTheButton() {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at)
                        select 'reader' || i || '@example.org', 'PENDING', 'other', now() from generate_series(1, 3) i
                        """).update();
        database.sql("""
                        insert into evidence (subscriber, at, what, origin, version)
                        select id, now(), 'imported: line 2 PENDING', 'import 1 by ana', '' from subscriber
                        """).update();

        browser.open(PAGE + "/ask");
        Document page = browser.press("Ask these 3 people to confirm");

        assertThat(browser.last().statusCode()).isEqualTo(200);
        assertThat(page.select("main").text()).contains("by ana, for 3 people");
        eventually("all are asked", () -> browser.open(PAGE + "/ask").text().contains("The last time is over"));
        assertThat(browser.page().text()).contains("Asked: 3.", "Nobody waits who was never asked");
        Document refused = browser.submit(
                PAGE + "/ask",
                "recipients=3&_csrf=" + browser.page().select("[name=_csrf]").val());
        assertThat(browser.last().statusCode()).isEqualTo(409);
        assertThat(refused.select(".fault").text()).contains("Nobody was asked");
    }

    @Test
    void whoHadTheirDataErasedComesBackByTheirOwnSignUpAlone() {
        subscribers.erase(readers.confirmed("ada@example.org").id(), "ana");
        readers.haveTheirLetters();
        int mailed = ReceivedMail.inboxOf("ada@example.org").size();

        Document refused = add("ADA@example.org");

        assertThat(browser.last().statusCode()).isEqualTo(409);
        assertThat(refused.select(".fault").text()).contains("only by their own sign-up", "Nothing was mailed");
        assertThat(readers.knows("ADA@example.org")).isFalse();
        assertThat(ReceivedMail.inboxOf("ada@example.org")).hasSize(mailed);
    }

    @Test
    void whoeverIsAddedByHandIsWrittenToInTheLanguageThatTheOperatorChose() {
        Document page = browser.open(PAGE);
        assertThat(page.select("#language option").eachText()).containsExactly("العربية", "Deutsch", "English");
        assertThat(page.select("#language option[selected]").val()).isEqualTo("en");

        browser.submit(
                PAGE,
                "email=eva@example.org&language=de&_csrf="
                        + page.select("[name=_csrf]").val());

        assertThat(readers.find("eva@example.org").locale()).isEqualTo("de");
    }

    private Document find(String address) {
        return fill("#sought", address, "Find the reader");
    }

    private Document add(String address) {
        return fill("#added", address, "Mail them a confirmation");
    }

    /** A button that names the address which it sends. */
    private Document press(Document page, String button) {
        Element pressed = page.select("button").stream()
                .filter(candidate -> candidate.text().equals(button))
                .findFirst()
                .orElseThrow();
        Element form = Objects.requireNonNull(pressed.closest("form"));
        String fields = form.select("input[type=hidden]").stream()
                .map(input -> input.attr("name") + "=" + input.val() + "&")
                .collect(Collectors.joining());
        return browser.submit(
                form.attr("action"), fields + "email=" + URLEncoder.encode(pressed.val(), StandardCharsets.UTF_8));
    }

    private Document fill(String field, String value, String button) {
        Document page = browser.open(PAGE);
        var form = page.select("form:has(" + field + ")");
        assertThat(form.select("button").text()).isEqualTo(button);
        return browser.submit(
                form.attr("action"),
                "_csrf=" + form.select("[name=_csrf]").val() + "&email="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String next(Document page) {
        return page.select("a:contains(Next page)").attr("href").replaceFirst("#.*", "");
    }
}
