package com.newgroktimes.digest.site;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SampleStories;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class SettingsTest {

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
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private SettableClock clock;

    private Visitor ada;
    private URI link;

    @BeforeEach
    void isOnTheList() {
        ada = new Visitor(port);
        link = links.settings(readers.confirmed(ADA).id(), clock.instant());
    }

    @Test
    void whatAReaderWantsIsKeptAndNoted() {
        hadSections("World", "Technology", "Science & more");
        Page page = ada.opens(link);
        assertThat(page.html().select("[type=checkbox][checked] + label").eachText())
                .containsExactly("Science & more", "Technology", "World");

        Page saved =
                posts(Map.of("format", "text", "section.World", "yes", "section.Science & more", "yes", "break", "4"));

        assertThat(saved.html().select("[role=status]").text()).isEqualTo("Saved.");
        assertThat(saved.text()).contains("It takes a break until 23 December 2026.");
        Subscriber reader = readers.find(ADA);
        assertThat(reader.format()).isEqualTo("text");
        assertThat(reader.sections()).containsExactly("Science & more", "World");
        assertThat(reader.breakUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(28)));
        assertThat(readers.acts(reader))
                .endsWith("changed settings: text; Science & more, World; break until 2026-12-23");
        assertThat(chosen(saved.html()))
                .containsExactly("Science & more", "World", "Plain text", "Until 23 December 2026, as now", "English");
    }

    @Test
    void sayingTheSameAgainChangesAndNotesNothing() {
        hadSections("World");
        posts(Map.of("format", "text", "section.World", "yes", "break", "2"));
        Subscriber before = readers.find(ADA);
        List<String> acts = readers.acts(before);
        clock.advance(Duration.ofDays(1));

        ada.presses("Save", ada.opens(link));

        assertThat(readers.find(ADA)).isEqualTo(before);
        assertThat(readers.acts(before)).isEqualTo(acts);
        posts(Map.of("break", "none"));
        assertThat(readers.find(ADA).breakUntil()).isNull();
    }

    @Test
    void everySectionAndNoneMeanAllThatAreAndWillBe() {
        hadSections("World", "Science");

        posts(Map.of("section.World", "yes", "section.Science", "yes"));
        assertThat(readers.find(ADA).sections()).isEmpty();

        posts(Map.of("section.World", "yes", "section.Nothing of ours", "yes"));
        assertThat(readers.find(ADA).sections()).containsExactly("World");

        posts(Map.of());
        assertThat(readers.find(ADA).sections()).isEmpty();
    }

    @Test
    void whatIsNotSaidStaysAsItIs() {
        posts(Map.of("format", "text", "break", "4"));
        Subscriber before = readers.find(ADA);

        posts(Map.of());
        posts(Map.of("format", "braille", "break", "forever"));
        assertThat(readers.find(ADA)).isEqualTo(before);

        posts(Map.of("format", "html", "break", "none"));
        assertThat(readers.find(ADA).format()).isEqualTo("html");
        assertThat(readers.find(ADA).breakUntil()).isNull();
    }

    @Test
    void aBreakThatIsOverIsNone() {
        posts(Map.of("break", "2"));
        clock.advance(Duration.ofDays(15));

        assertThat(ada.opens(link).text()).contains("No break").doesNotContain("It takes a break", "as now");
    }

    @Test
    void onlyItsOwnButtonsAct() {
        Subscriber before = readers.find(ADA);

        ada.posts(link, Map.of("format", "text", "break", "8"));

        assertThat(readers.find(ADA)).isEqualTo(before);
    }

    @Test
    void whoLeftHasNothingToSet() {
        subscribers.leave(readers.find(ADA).id(), "test");
        Subscriber before = readers.find(ADA);

        Page page = posts(Map.of("format", "text"));

        assertThat(readers.find(ADA)).isEqualTo(before);
        assertThat(page.text()).contains("does not get the digest").doesNotContain("Saved");
    }

    @Test
    void aReaderChoosesTheLanguageOfTheirMails() {
        assertThat(ada.opens(link).html().select("[name=language] + label").eachText())
                .containsExactly("العربية", "Deutsch", "English");

        posts(Map.of("language", "de"));
        assertThat(readers.find(ADA).locale()).isEqualTo("de");
        assertThat(readers.acts(readers.find(ADA))).endsWith("changed settings: language de");

        posts(Map.of("language", "tlh"));
        posts(Map.of());
        assertThat(readers.find(ADA).locale()).isEqualTo("de");
    }

    @Test
    void aDialectStaysOneUntilAnotherLanguageIsChosen() {
        subscribers.speak(readers.find(ADA).id(), "de-AT", "test");

        ada.presses("Speichern", ada.opens(link));
        assertThat(readers.find(ADA).locale()).isEqualTo("de-AT");

        posts(Map.of("language", "en"));
        assertThat(readers.find(ADA).locale()).isEqualTo("en");
    }

    @Test
    void aLinkThatIsOldStopsTheDigestAndBringsAFreshOneAndNothingElse() {
        clock.advance(Duration.ofDays(90));
        assertThat(ada.opens(link).text()).contains("Save");
        clock.advance(Duration.ofHours(1).plusSeconds(1));

        Page old = ada.opens(link);
        assertThat(old.html().select("main button").eachText())
                .containsExactly("Mail me a fresh link", "Stop the digest");
        Subscriber before = readers.find(ADA);
        for (String act : List.of("save", "try-again")) {
            ada.posts(link, Map.of(act, "yes", "format", "text"));
        }
        assertThat(readers.find(ADA)).isEqualTo(before);

        readers.haveTheirLetters();
        assertThat(ada.presses("Mail me a fresh link", old).heading()).isEqualTo("Look in your inbox");
        readers.haveTheirLetters();
        List<ReceivedMail> inbox = ReceivedMail.inboxOf(ADA);
        ReceivedMail mail = inbox.get(inbox.size() - 1);
        assertThat(mail.subject()).isEqualTo("Your settings: weekly digest from The New Grok Times");
        assertThat(ada.opens(mail.link("/settings/")).text()).contains("Save");

        assertThat(ada.presses("Stop the digest", old).heading()).isEqualTo("Done");
    }

    @Test
    void whoseMailCameBackIsToldSoAndHasItTriedAgain() {
        readers.haveTheirLetters();
        subscribers.suppress(readers.find(ADA).id(), Suppression.HARD_BOUNCE, "delivery");
        clock.advance(Duration.ofDays(1));

        Page page = ada.opens(link);
        assertThat(page.text())
                .contains("came back on 25 November 2026", "Your mail server says that there is no such mailbox.")
                .doesNotContain("Save");

        assertThat(ada.presses("Try it again", page).heading()).isEqualTo("Look in your inbox");
        ada.presses("Try it again", page);
        readers.haveTheirLetters();
        List<ReceivedMail> inbox = ReceivedMail.inboxOf(ADA);
        assertThat(inbox).hasSize(2);
        ada.presses("Yes, start my digest", ada.opens(inbox.get(1).link("/confirm/")));
        assertThat(readers.find(ADA).onTheList()).isTrue();
        assertThat(ada.opens(link).text()).contains("Save");
    }

    @Test
    void whoLeftCanStillHaveACopyAndBeErased() {
        subscribers.leave(readers.find(ADA).id(), "test");

        Page page = ada.opens(link);

        assertThat(page.text()).contains("does not get the digest. Since 25 November 2026.");
        assertThat(page.html().select("main button").eachText()).containsExactly("Get a copy of my data", "Erase me");
    }

    @Test
    void whatTheWayOutLeadsToStopsTheDigestOrMailsAFreshLink() {
        readers.haveTheirLetters();
        Page settings = settingsFrom(links.unsubscribe(readers.find(ADA).id()));

        assertThat(settings.text())
                .contains("Whoever has an old mail can come here", "a fresh link to a…@example.org")
                .doesNotContain("90 days");
        assertThat(settings.html().select("main button").eachText())
                .containsExactly("Mail me a fresh link", "Stop the digest");
        ada.presses("Mail me a fresh link", settings);
        readers.haveTheirLetters();
        List<ReceivedMail> inbox = ReceivedMail.inboxOf(ADA);
        assertThat(ada.opens(inbox.get(inbox.size() - 1).link("/settings/")).text())
                .contains("Pictures and text");
    }

    @Test
    void whatAConfirmationLinkLeadsToIsNoYounger() {
        URI confirmation = links.confirm(readers.find(ADA).id(), clock.instant());
        assertThat(settingsFrom(confirmation).html().select("[name=save]")).isNotEmpty();

        clock.advance(Duration.ofDays(91));
        assertThat(settingsFrom(confirmation).text()).contains("This link is more than 90 days old.");
    }

    private Page settingsFrom(URI page) {
        return ada.opens(
                URI.create(ada.opens(page).html().select("a[href^=/settings/]").attr("href")));
    }

    private Page posts(Map<String, String> fields) {
        var form = new java.util.HashMap<>(fields);
        form.put("save", "yes");
        Page answer = ada.posts(link, form);
        assertThat(answer.status()).isEqualTo(303);
        return ada.opens(Visitor.location(answer));
    }

    private static List<String> chosen(Document page) {
        return page.select("input[checked] + label").eachText();
    }

    private void hadSections(String... sections) {
        Instant now = clock.instant();
        for (String section : sections) {
            stories.put(
                    SampleStories.story(section, "What is new in " + section).build(), "api");
        }
        int number = editions.assemble("last").edition().number();
        editions.frozen(number, now);
    }
}
