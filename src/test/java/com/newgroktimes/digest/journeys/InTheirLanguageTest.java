package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** Readers of other languages: the browser says which, and every page and mail after it is in that one. */
@DigestTest
class InTheirLanguageTest {

    private static final String EVA = "eva@example.org";

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient database;

    @Test
    void aReaderOfGermanGetsGermanFromTheFirstPageToTheDigest() throws Exception {
        var eva = new Visitor(port, "de-AT, de;q=0.8, en;q=0.5");

        Page front = eva.opens("/");
        assertIn("de", "ltr", front.html());
        assertThat(front.heading()).isEqualTo("The New Grok Times in Ihrem Postfach");
        eva.presses("Wochenüberblick bestellen", front, Map.of("email", EVA));

        ReceivedMail asked = ReceivedMail.onlyOneTo(EVA);
        assertIn("de", "ltr", asked);
        assertThat(asked.subject()).isEqualTo("Bitte bestätigen: Wochenüberblick von The New Grok Times");
        assertThat(asked.text()).contains("Am 25. November um 10:00:00 Uhr (UTC)", "FAST GESCHAFFT");

        Page done = eva.presses("Ja, ich möchte den Wochenüberblick", eva.opens(asked.link("/confirm/")));
        assertIn("de", "ltr", done.html());
        assertThat(done.heading()).isEqualTo("Sie stehen auf der Liste");

        ReceivedMail digest = digest();
        assertIn("de", "ltr", digest);
        assertThat(digest.text())
                .contains(
                        "2 Artikel, etwa 1 Minute Lesezeit",
                        "ARTIKEL 1 VON 2",
                        "PERSPEKTIVE DER GROSSEN MEDIEN",
                        "Abbestellen:");
        Document html = Jsoup.parse(digest.html());
        assertThat(html.text()).contains("Ausgabe 1 · Mittwoch, 25. November 2026", "Perspektive auf X");
        assertThat(story(html).attr("lang")).as("the story's own language").isEqualTo("en");
        assertThat(html.select("a[href^=https://digest.example.org/]").eachAttr("href"))
                .filteredOn(way -> way.matches(".*/(editions(/1)?|subscribe)(\\?.*)?"))
                .hasSizeGreaterThan(2)
                .allMatch(way -> way.endsWith("?lang=de"));
        assertThat(asked.text()).contains("https://digest.example.org/privacy?lang=de");
    }

    @Test
    void aReaderOfArabicGetsPagesAndMailsFromRightToLeft() throws Exception {
        var eva = new Visitor(port, "ar-EG");

        Page front = eva.opens("/");
        assertIn("ar", "rtl", front.html());
        eva.presses("أرسلوا إليّ الملخص", front, Map.of("email", EVA));

        ReceivedMail asked = ReceivedMail.onlyOneTo(EVA);
        assertIn("ar", "rtl", asked);
        assertThat(asked.subject()).isEqualTo("أكِّد اشتراكك: الملخص الأسبوعي من \u2068The New Grok Times\u2069");
        assertThat(asked.text()).contains("\u206825 نوفمبر الساعة 10:00:00 UTC\u2069");

        Page done = eva.presses("نعم، ابدؤوا إرسال الملخص", eva.opens(asked.link("/confirm/")));
        assertIn("ar", "rtl", done.html());

        ReceivedMail digest = digest();
        assertIn("ar", "rtl", digest);
        assertThat(digest.text()).contains("قصتان، تُقرأ في نحو دقيقة واحدة").containsPattern("\\R" + EVA + "\\R");
        Document html = Jsoup.parse(digest.html());
        assertThat(html.text()).contains("الأربعاء، 25 نوفمبر 2026");
        assertThat(story(html).attr("dir")).as("a story in English").isEqualTo("ltr");
    }

    @Test
    void whoeverReadsALanguageThatWeDoNotSpeakGetsEnglish() throws Exception {
        Visitor eva = new Visitor(port, "pt-BR");
        assertIn("en", "ltr", eva.opens("/").html());

        eva.sends(
                "POST",
                URI.create("/api/v1/subscriptions"),
                "application/json",
                BodyPublishers.ofString("{\"email\":\"%s\",\"locale\":\"pt-BR\"}".formatted(EVA)));

        assertIn("en", "ltr", ReceivedMail.onlyOneTo(EVA));
        eva.presses(
                "Yes, start my digest", eva.opens(ReceivedMail.onlyOneTo(EVA).link("/confirm/")));
        assertThat(readers.find(EVA).locale()).isEqualTo("pt-BR");
        assertIn("en", "ltr", digest());
    }

    /** A cache between us would otherwise show one reader's language to the next. */
    @Test
    void aPageSaysThatItDependsOnTheLanguage() {
        Page front = new Visitor(port, "de").opens("/editions");

        assertThat(front.response().headers().allValues("Vary")).anyMatch(names -> names.contains("Accept-Language"));
        assertThat(front.response().headers().allValues("Content-Language")).containsExactly("de");
    }

    private ReceivedMail digest() {
        var newsroom = new Newsroom(stories, editions, database);
        newsroom.hasAnEdition();
        var api = new ApiClient(port);
        var edition = ApiClient.json(api.get("/api/v1/editions/1"));
        api.post(
                "/api/v1/editions/1/send",
                "{\"recipients\":1,\"contentHash\":\"%s\"}"
                        .formatted(edition.get("contentHash").asString()));
        newsroom.awaits(editions.get(1), EditionState.SENT);
        eventually("the digest", () -> ReceivedMail.inboxOf(EVA).size() == 2);
        return ReceivedMail.inboxOf(EVA).get(1);
    }

    private static Element story(Document html) {
        return html.select("h2:contains(The story of)").get(0);
    }

    private static void assertIn(String lang, String dir, ReceivedMail mail) throws Exception {
        assertThat(mail.message().getHeader("Content-Language")).containsExactly(lang);
        assertIn(lang, dir, Jsoup.parse(mail.html()));
    }

    private static void assertIn(String lang, String dir, Document page) {
        Element root = page.select("html").get(0);
        assertThat(root.attr("lang")).isEqualTo(lang);
        assertThat(root.attr("dir")).isEqualTo(dir);
    }
}
