package com.newgroktimes.digest.operator.pages;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.Act;
import com.newgroktimes.digest.subscribers.Imports;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class ReaderPageTest {

    @Autowired
    private Imports imports;

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

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
    void theProofIsInTheOperatorsLanguage() {
        Subscriber ada = readers.waiting("ada@example.org");
        readers.haveTheirLetters();
        browser.prefer("de");

        Document page = open(ada);

        assertThat(page.select("tbody tr td:nth-child(2)").eachText())
                .containsExactly("hat sich angemeldet", "Mail mit der Bestätigung");
        assertThat(page.select("tbody tr").get(1).text()).contains("unsere Mail");
        assertThat(page.select(".on-paper").text()).isEqualTo("Gedruckt: 25. November 2026, 10:00 UTC.");
        assertThat(page.select(".on-screen").text()).startsWith("Drucken Sie");
    }

    @Test
    void whatAMachineMayHavePressedIsMarkedAndExplained() {
        Subscriber ada = readers.waiting("ada@example.org");
        readers.haveTheirLetters();
        subscribers.leave(ada.id(), "192.0.2.0/24");

        Document page = open(ada);

        assertThat(page.select("tbody tr td:nth-child(2)").eachText())
                .containsExactly("signed up", "confirmation mailed", "unsubscribed may be a machine");
        assertThat(page.select("p.hint").text()).contains("mail gateways open links");
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void whateverIsNotedHasItsWords(Act act) {
        assertThat(new Words().text("console.act." + act, Locale.ENGLISH)).isEqualTo(act.words());
    }

    @Test
    void theProofSaysWhenWhatWhereFromAndWhichText() {
        Subscriber ada = readers.waiting("ada@example.org");
        readers.haveTheirLetters();

        Document page = open(ada);

        assertThat(page.select("tbody tr td:nth-child(2)").eachText())
                .containsExactly("signed up", "confirmation mailed");
        assertThat(page.select("tbody tr").get(0).text())
                .startsWith("25 November 2026, 10:00:00 UTC")
                .contains("test");
        assertThat(page.select("tbody tr").get(0).select("code").text()).matches("[0-9a-f]{12}");
        String mail = page.select("tbody tr").get(1).select("a:has(code)").attr("href");
        assertThat(page.select(mail + " + .scroll pre").text())
                .as("what that version said")
                .contains("ALMOST THERE", "Confirm my address:", "This was not me")
                .doesNotContain("ada@example.org");
    }

    @Test
    void whatSomebodySaidIsTextOnThePage() {
        Subscriber ada = readers.confirmed("ada@example.org");
        subscribers.leave(ada.id(), "test");
        subscribers.sayWhy(ada.id(), "<b>=cmd|calc</b>", "test");

        assertThat(open(ada).select("tbody").text()).contains("said why: <b>=cmd|calc</b>");
        assertThat(browser.page().select("tbody b")).isEmpty();
    }

    @Test
    void itTellsWhatWasLastAcceptedAndWhatWasNot() {
        Subscriber ada = readers.confirmed("ada@example.org");
        readers.haveTheirLetters();
        var newsroom = new Newsroom(stories, editions, database);
        newsroom.hasAnEdition();
        database.sql("insert into run (edition) values (1), (2)").update();
        database.sql("create table delivery_1 partition of delivery for values in (1)")
                .update();
        database.sql("create table delivery_2 partition of delivery for values in (2)")
                .update();
        database.sql("""
                        insert into delivery (edition, subscriber, state, changed_at, variant, revision)
                        values (1, :ada, 2, '2026-11-17T07:00:00Z', 1, 1), (2, :ada, 4, '2026-11-24T07:00:00Z', 1, 1)
                        """).param("ada", ada.id()).update();

        Document page = open(ada);

        assertThat(page.select(".facts").text())
                .contains(
                        "Last accepted Edition 1 17 November 2026, 07:00 UTC",
                        "Last problem Edition 2: Refused 24 November 2026, 07:00 UTC");
        assertThat(browser.open("/console/readers").select("tbody tr").text()).contains("Edition 2: Refused");
    }

    @Test
    void aConfirmationGoesOnceMoreHoweverOftenItIsPressed() {
        Subscriber ada = readers.waiting("ada@example.org");
        readers.haveTheirLetters();
        clock.advance(Duration.ofHours(1));

        open(ada);
        Document first = browser.press("Send the confirmation again");
        Document second = browser.press("Send the confirmation again");

        assertThat(first.select(".told").text()).startsWith("The mail is on its way.");
        assertThat(second.select(".told").text()).contains("counts once");
        readers.haveTheirLetters();
        assertThat(ReceivedMail.inboxOf("ada@example.org")).hasSize(2);
        assertThat(readers.acts(ada)).containsExactly("signed up", "asked to confirm");
    }

    @Test
    void anInboxThatHadEnoughIsNotMailedByAnOperatorEither() {
        Subscriber ada = readers.waiting("ada@example.org");
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofMinutes(5));
            open(ada);
            browser.press("Send the confirmation again");
        }
        clock.advance(Duration.ofMinutes(5));

        open(ada);

        assertThat(browser.press("Send the confirmation again").select(".told").text())
                .contains("often enough for now");
    }

    @Test
    void whoeverConfirmedHasNoSuchButton() {
        assertThat(open(readers.confirmed("ada@example.org")).select("form[action$=confirmation]"))
                .isEmpty();
    }

    @Test
    void takingOffAsksFirstAndHoldsForGood() {
        Subscriber ada = readers.confirmed("ada@example.org");

        browser.open(path(ada) + "/take-off");
        assertThat(readers.find("ada@example.org").suppressed()).isNull();
        Document page = browser.press("Take them off");

        assertThat(page.select(".state").text()).isEqualTo("Not to be mailed");
        assertThat(page.text()).contains("An operator took them off.");
        assertThat(page.select("a[href$=take-off]")).isEmpty();
        assertThat(readers.find("ada@example.org").suppressed()).isEqualTo(Suppression.OPERATOR);
        assertThat(readers.acts(ada)).last().isEqualTo("suppressed: OPERATOR");
    }

    @Test
    void erasingSaysWhatGoesAndLeavesAPageWithoutTheAddress() {
        Subscriber ada = readers.confirmed("ada@example.org");
        readers.haveTheirLetters();

        Document asked = browser.open(path(ada) + "/erase");
        assertThat(asked.text()).contains("What goes:", "What stays:");
        assertThat(readers.knows("ada@example.org")).isTrue();
        Document page = browser.press("Erase their data");

        assertThat(readers.knows("ada@example.org")).isFalse();
        assertThat(page.html()).doesNotContainIgnoringCase("ada@example.org");
        assertThat(page.text()).contains("The data of this reader were erased on", "signed up", "confirmed", "erased");
        String token = page.select("[name=_csrf]").val();
        assertThat(browser.submit(path(ada) + "/erase", "_csrf=" + token).text())
                .contains("The data of this reader were erased on");
        browser.open(path(ada) + "/take-off");
        assertThat(browser.last().headers().firstValue("Location")).hasValue(path(ada));
    }

    @Test
    void aNumberThatNobodyHasIsNotFound() {
        browser.open("/console/readers/4711");

        assertThat(browser.last().statusCode()).isEqualTo(404);
        assertThat(browser.page().text()).contains("No such reader");
    }

    @Test
    void itIsWrittenInTheOperatorsLanguage() {
        Subscriber ada = readers.waiting("ada@example.org");
        browser.prefer("de");
        assertThat(open(ada).select(".state").text()).isEqualTo("Noch nicht bestätigt");
        browser.prefer("ar");
        assertThat(open(ada).select("html").attr("dir")).isEqualTo("rtl");
        assertThat(ada.state()).isEqualTo(SubscriberState.PENDING);
    }

    @Test
    void whoCameWithAListIsAskedOnceAndThatIsAPromise() {
        imports.take(new ByteArrayInputStream("email\nada@example.org\n".getBytes(StandardCharsets.UTF_8)), "ana");
        Subscriber ada = readers.find("ada@example.org");
        open(ada);
        assertThat(browser.press("Send the confirmation again").select(".told").text())
                .startsWith("The mail is on its way.");
        readers.haveTheirLetters();
        assertThat(ReceivedMail.onlyOneTo("ada@example.org").text())
                .containsIgnoringNewLines("ask again. Asked on 25 November at 10:00:00 UTC");

        clock.advance(Duration.ofDays(2));
        open(ada);
        assertThat(browser.press("Send the confirmation again").select(".told").text())
                .contains("they were asked once");
        readers.haveTheirLetters();
        assertThat(ReceivedMail.inboxOf("ada@example.org")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = "ERASED", mode = EnumSource.Mode.EXCLUDE)
    void whatKeepsMailFromThemIsLiftedWhenTheyAskForIt(Suppression reason) {
        Subscriber ada = readers.confirmed("ada@example.org");
        readers.haveTheirLetters();
        subscribers.suppress(ada.id(), reason, "test");

        assertThat(open(ada).select("a[href$=lift]").text()).isEqualTo("Lift…");
        Document asked = browser.open(path(ada) + "/lift");
        assertThat(asked.text()).contains("They are on the list: the next edition goes to them again.");
        Document page = lifts(ada, "She wrote on 24 November: <pressed> it by mistake.");

        assertThat(page.select(".state").text()).isEqualTo("On the list");
        assertThat(page.select("tbody tr:last-child").text())
                .contains("lifted: " + reason + ", She wrote on 24 November: <pressed> it", "by ana here");
        assertThat(readers.find("ada@example.org").onTheList()).isTrue();
    }

    @Test
    void liftingPutsNobodyOnTheList() {
        Subscriber ada = readers.confirmed("ada@example.org");
        subscribers.notMe(ada.id(), clock.instant(), "test");
        browser.open(path(ada) + "/lift");

        lifts(ada, "By telephone.");

        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(readers.find("ada@example.org").suppressed()).isNull();
        assertThat(open(ada).select("a[href$=lift]")).isEmpty();
    }

    @Test
    void nothingIsLiftedWithoutAReason() {
        Subscriber ada = readers.confirmed("ada@example.org");
        subscribers.suppress(ada.id(), Suppression.COMPLAINT, "test");
        browser.open(path(ada) + "/lift");

        Document refused = lifts(ada, "  ");

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(refused.select(".fault").text()).contains("Nothing was lifted");
        assertThat(readers.find("ada@example.org").suppressed()).isEqualTo(Suppression.COMPLAINT);
    }

    private Document lifts(Subscriber reader, String why) {
        String token = browser.page().select("form[action$=lift] [name=_csrf]").val();
        return browser.submit(
                path(reader) + "/lift", "_csrf=" + token + "&why=" + URLEncoder.encode(why, StandardCharsets.UTF_8));
    }

    private Document open(Subscriber reader) {
        return browser.open(path(reader));
    }

    private static String path(Subscriber reader) {
        return "/console/readers/" + reader.id();
    }
}
