package com.newgroktimes.digest.site;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** What whoever was forwarded a digest must not be able to do goes by links that only the reader is mailed. */
@DigestTest
class LinksOnRequestTest {

    private static final String ADA = "ada@example.org";

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
    private JsonMapper json;

    private Visitor browser;
    private Subscriber ada;
    private URI weekly;

    @BeforeEach
    void isOnTheList() {
        browser = new Visitor(port);
        ada = readers.confirmed(ADA);
        readers.haveTheirLetters();
        weekly = links.settings(ada.id(), clock.instant());
    }

    @ParameterizedTest
    @CsvSource({
        "Get a copy of my data, A copy of your data: weekly digest from The New Grok Times, A copy of your data",
        "Erase me, Erase your data: weekly digest from The New Grok Times, Erase your data?"
    })
    void aButtonMailsALinkToTheReadersOwnAddress(String button, String subject, String page) {
        Page answer = browser.presses(button, browser.opens(weekly));
        readers.haveTheirLetters();

        assertThat(answer.heading()).isEqualTo("Look in your inbox");
        ReceivedMail mail = latest();
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains("On 25 November at 10:00:00 UTC", "The link works for an hour.");
        assertThat(mail.html()).contains(mail.link("/settings/").toString());
        assertThat(browser.opens(mail.link("/settings/")).heading()).isEqualTo(page);
    }

    @Test
    void askingIsNoted() {
        browser.presses("Get a copy of my data", browser.opens(weekly));
        readers.haveTheirLetters();

        assertThat(subscribers.evidence(ada.id()))
                .extracting(noted -> noted.what())
                .endsWith("asked for a link to a copy of the data", "link to a copy of the data mailed");
    }

    @Test
    void anInboxGetsThreeADayWhicheverTheyAre() {
        clock.advance(Duration.ofDays(2));
        int before = subjects().size();
        for (String errand : List.of("copy", "erasure", "copy", "erasure", "settings")) {
            Page answer = browser.posts(weekly, Map.of("mail", errand));
            assertThat(Visitor.location(answer).getPath()).isEqualTo(weekly.getPath() + "/sent");
            readers.haveTheirLetters();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(subjects()).hasSize(before + 3);
        assertThat(readers.acts(ada)).endsWith("asked for a link too often", "asked for a link too often");
    }

    @Test
    void nobodyIsMailedWhoMustNotBe() {
        for (Suppression reason : List.of(Suppression.HARD_BOUNCE, Suppression.NOT_ME, Suppression.COMPLAINT)) {
            subscribers.suppress(ada.id(), reason, "test");
            int before = subjects().size();
            for (Errand errand : Errand.values()) {
                subscribers.askForLink(ada.id(), errand, "test");
                readers.haveTheirLetters();
            }
            clock.advance(Duration.ofDays(40));

            assertThat(subjects()).as(reason.name()).hasSize(before);
        }
    }

    @Test
    void theHourIsAnHour() {
        clock.advance(Duration.ofMinutes(31));
        for (Errand errand : List.of(Errand.COPY, Errand.ERASURE)) {
            URI link = links.to(errand, ada.id(), clock.instant());

            clock.advance(Duration.ofHours(1));
            assertThat(browser.opens(link).status()).as(errand.name()).isEqualTo(200);

            clock.advance(Duration.ofSeconds(1));
            Page late = browser.opens(link);
            assertThat(late.status()).as(errand.name()).isEqualTo(410);
            assertThat(late.heading()).isEqualTo("This link has expired");
            for (Map<String, String> pressed : List.of(Map.of("copy", "yes"), Map.of("erase", "yes"))) {
                assertThat(browser.posts(link, pressed).status()).isEqualTo(410);
            }
            assertThat(readers.find(ADA)).isEqualTo(ada);
        }
    }

    @Test
    void oneThatIsTooOldBringsAnother() {
        URI link = links.to(Errand.COPY, ada.id(), clock.instant());
        clock.advance(Duration.ofHours(2));

        Page answer = browser.presses("Send me a new one", browser.opens(link));
        readers.haveTheirLetters();

        assertThat(answer.heading()).isEqualTo("Look in your inbox");
        assertThat(browser.opens(latest().link("/settings/")).heading()).isEqualTo("A copy of your data");
    }

    @Test
    void noneOpensAnotherDoorAndNoneTheSettings() {
        Map<String, String> all = Map.of(
                "copy", "yes", "erase", "yes", "save", "yes", "stop", "yes", "format", "text", "mail", "erasure");
        for (Errand errand : List.of(Errand.ADDRESS, Errand.COPY)) {
            browser.posts(links.to(errand, ada.id(), clock.instant()), all);
            assertThat(readers.find(ADA)).as(errand.name()).isEqualTo(ada);
        }
        browser.posts(weekly, Map.of("copy", "yes", "erase", "yes"));

        assertThat(readers.find(ADA)).isEqualTo(ada);
        assertThat(readers.acts(ada)).doesNotContain("erased");
    }

    @Test
    void theCopyHasAllThatIsKept() {
        subscribers.suppress(ada.id(), Suppression.HARD_BOUNCE, "delivery");
        URI link = links.to(Errand.COPY, ada.id(), clock.instant());
        int evidence = subscribers.evidence(ada.id()).size();

        Page copy = browser.presses("Download it", browser.opens(link));

        assertThat(copy.response().headers().map())
                .containsEntry("content-disposition", List.of("attachment; filename=\"my-digest-data.json\""))
                .containsEntry("cache-control", List.of("no-store"));
        assertThat(copy.response().headers().firstValue("content-type").orElseThrow())
                .startsWith("application/json");
        JsonNode data = json.readTree(copy.response().body());
        assertThat(data.at("/reader/address").asString()).isEqualTo(ADA);
        assertThat(data.at("/reader/suppressed/reason").asString()).isEqualTo("HARD_BOUNCE");
        assertThat(data.at("/wishes/format").asString()).isEqualTo("html");
        assertThat(data.at("/evidence")).hasSize(evidence + 1);
        assertThat(data.at("/evidence/0/what").asString()).isEqualTo("signed up");
        assertThat(data.at("/deliveries").isArray()).isTrue();
        assertThat(readers.acts(ada)).endsWith("took a copy of the data");
    }

    @Test
    void erasingSaysWhatGoesAndThenThatItIsDone() {
        URI link = links.to(Errand.ERASURE, ada.id(), clock.instant());
        Page asked = browser.opens(link);
        assertThat(asked.text()).contains("one-way mark", "sign up again yourself whenever you like");
        assertThat(asked.html().select("main button").eachText()).containsExactly("Erase me");

        Page done = browser.presses("Erase me", asked);

        assertThat(readers.knows(ADA)).isFalse();
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.heading()).isEqualTo("Your data is erased");
        clock.advance(Duration.ofDays(2));
        assertThat(browser.opens(link).heading()).isEqualTo("Your data is erased");
        assertThat(browser.posts(link, Map.of("erase", "yes")).status()).isEqualTo(200);
        assertThat(browser.opens(weekly).heading()).isEqualTo("Your data is erased");
        assertThat(browser.posts(weekly, Map.of("save", "yes", "format", "text"))
                        .heading())
                .isEqualTo("Your data is erased");
    }

    @Test
    void erasingDoesNotNoteWhereFrom() {
        browser.posts(links.to(Errand.ERASURE, ada.id(), clock.instant()), Map.of("erase", "yes"));

        assertThat(subscribers.evidence(ada.id()))
                .extracting(noted -> noted.from())
                .containsOnly("", "the reader")
                .endsWith("the reader");
    }

    private static List<String> subjects() {
        return ReceivedMail.inboxOf(ADA).stream().map(ReceivedMail::subject).toList();
    }

    private static ReceivedMail latest() {
        List<ReceivedMail> inbox = ReceivedMail.inboxOf(ADA);
        return inbox.get(inbox.size() - 1);
    }
}
