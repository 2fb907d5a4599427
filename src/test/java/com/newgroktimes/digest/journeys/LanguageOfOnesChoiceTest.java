package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** A language that is not the browser's: asked for by the address, handed on from page to page, and kept with whoever signs up. */
@DigestTest
class LanguageOfOnesChoiceTest {

    private static final String EVA = "eva@example.org";

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SettableClock clock;

    private Visitor visitor;

    @BeforeEach
    void someoneWithABrowserInEnglish() {
        visitor = new Visitor(port, "en-GB");
    }

    @Test
    void whoChoosesGermanGetsGermanFromThereOn() throws Exception {
        Page front = visitor.opens("/?lang=de");
        assertIn("de", "ltr", front);
        for (Element link : front.html().select("a[href^=/], form[action^=/]")) {
            assertThat(link.attr("href") + link.attr("action")).endsWith("lang=de");
        }

        Page wrong = visitor.presses("Wochenüberblick bestellen", front, Map.of("email", "eva"));
        assertIn("de", "ltr", wrong);
        Page sent = visitor.presses("Wochenüberblick bestellen", wrong, Map.of("email", EVA));
        assertIn("de", "ltr", sent);
        assertThat(sent.heading()).isEqualTo("Sehen Sie in Ihr Postfach");

        assertThat(readers.find(EVA).locale()).isEqualTo("de");
        ReceivedMail asked = ReceivedMail.onlyOneTo(EVA);
        assertThat(asked.message().getHeader("Content-Language")).containsExactly("de");
        Page confirm = visitor.opens(asked.link("/confirm/"));
        assertIn("de", "ltr", confirm);
        assertIn("de", "ltr", visitor.presses("Ja, ich möchte den Wochenüberblick", confirm));
    }

    @Test
    void theLanguagesAreAtTheFootOfEveryPageByTheirOwnNames() {
        Page front = visitor.opens("/help");

        assertThat(front.html().select("footer nav li").eachText()).containsExactly("العربية", "Deutsch", "English");
        assertThat(front.html().select("footer nav [aria-current]").text()).isEqualTo("English");
        assertThat(front.html().select("footer nav a[hreflang=ar]").attr("href"))
                .isEqualTo("?lang=ar");
        assertIn("ar", "rtl", visitor.opens("/help?lang=ar"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing?lang=de", "/editions?page=9&lang=de", "/u/nothing?lang=de", "/confirm/a/b/c?lang=de"})
    void soAreErrors(String path) {
        Page page = visitor.opens(path);

        assertThat(page.status()).isEqualTo(404);
        assertIn("de", "ltr", page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?lang=xx", "/?lang=", "/?lang=de-AT%00", "/?lang=../de", "/?xlang=de", "/?lang=deutsch"})
    void whatIsNoLanguageOfOursAsksForNothing(String path) {
        assertIn("en", "ltr", visitor.opens(path));
    }

    /** Else the page would be in another language than the mail that led there. */
    @Test
    void behindAReadersLinkTheirOwnLanguageIsSpoken() {
        visitor.posts(URI.create("/subscribe?lang=ar"), Map.of("email", EVA));
        URI link = ReceivedMail.onlyOneTo(EVA).link("/confirm/");

        assertIn("ar", "rtl", visitor.opens(link));
        assertIn("de", "ltr", visitor.opens(link.getPath() + "?lang=de&more=x"));
        visitor.posts(link, Map.of());
        Page address = visitor.opens(links.to(Errand.ADDRESS, readers.find(EVA).id(), clock.instant()));
        assertIn("ar", "rtl", visitor.posts(address.address(), Map.of("email", "eva")));
    }

    /** Their browser would lead them out of it. */
    @Test
    void whatIsLinkedThereIsInTheirLanguageToo() {
        visitor.posts(URI.create("/subscribe?lang=de"), Map.of("email", EVA));
        URI link = ReceivedMail.onlyOneTo(EVA).link("/confirm/");
        visitor.posts(link, Map.of());

        Page settings = visitor.opens(links.settings(readers.find(EVA).id(), clock.instant()));
        assertInGermanThroughout(settings);
        assertInGermanThroughout(visitor.presses("Speichern", settings));
        Page inGerman = new Visitor(port, "de-AT").opens(settings.address().getPath());
        assertThat(inGerman.html().select("footer a[href^=/]").eachAttr("href")).noneMatch(way -> way.contains("?"));
    }

    @Test
    void theMailToANewAddressLeadsToTheLanguageThatItIsIn() {
        visitor.posts(URI.create("/subscribe?lang=de"), Map.of("email", EVA));
        visitor.posts(ReceivedMail.onlyOneTo(EVA).link("/confirm/"), Map.of());
        Page address = visitor.opens(links.to(Errand.ADDRESS, readers.find(EVA).id(), clock.instant()));
        visitor.presses("Schaltfläche dorthin schicken", address, Map.of("email", "eva@example.net"));

        Page ready = visitor.opens(ReceivedMail.onlyOneTo("eva@example.net").link("/settings/"));
        assertInGermanThroughout(ready);
        assertInGermanThroughout(
                visitor.presses(ready.html().select("main button").text(), ready));
    }

    @Test
    void whoPressesAButtonThereStaysInTheLanguageOfTheirChoice() {
        long eva = readers.confirmed(EVA).id();

        Page leaving = opensInGerman(links.unsubscribe(eva));
        Page left = visitor.presses("Nicht mehr schicken", leaving);
        assertInGermanThroughout(left);
        assertInGermanThroughout(visitor.presses("Abschicken", left));
        assertInGermanThroughout(visitor.presses("Rückgängig machen", left));

        Page settings = opensInGerman(links.settings(eva, clock.instant()));
        Page saved = visitor.presses("Speichern", settings);
        assertInGermanThroughout(saved);
        assertInGermanThroughout(visitor.presses("Meine Adresse ändern", saved));
        Page address = opensInGerman(links.to(Errand.ADDRESS, eva, clock.instant()));
        assertInGermanThroughout(visitor.presses("Schaltfläche dorthin schicken", address, Map.of("email", "eva")));
        assertInGermanThroughout(
                visitor.presses("Schaltfläche dorthin schicken", address, Map.of("email", "eva@example.net")));
        opensInGerman(links.to(Errand.COPY, eva, clock.instant()));
        Page late = opensInGerman(links.to(Errand.COPY, eva, clock.instant().minus(Duration.ofDays(1))));
        assertInGermanThroughout(visitor.presses("Einen neuen Link schicken", late));

        assertInGermanThroughout(
                visitor.presses("Das war ich nicht", opensInGerman(links.notMe(eva, clock.instant()))));
        readers.haveTheirLetters();
        Page erase = opensInGerman(links.to(Errand.ERASURE, eva, clock.instant()));
        assertInGermanThroughout(visitor.presses("Meine Daten löschen", erase));
    }

    private Page opensInGerman(URI link) {
        Page page = visitor.opens(link.getPath() + "?lang=de");
        assertInGermanThroughout(page);
        return page;
    }

    /** Whatever leads on from there asks for it again. */
    private static void assertInGermanThroughout(Page page) {
        assertIn("de", "ltr", page);
        for (Element way : page.html().select("a[href^=/], form")) {
            assertThat(way.attr("href") + way.attr("action"))
                    .as(page.address().toString())
                    .endsWith("?lang=de");
        }
    }

    private static void assertIn(String lang, String dir, Page page) {
        Element root = page.html().select("html").get(0);
        assertThat(root.attr("lang")).isEqualTo(lang);
        assertThat(root.attr("dir")).isEqualTo(dir);
    }
}
