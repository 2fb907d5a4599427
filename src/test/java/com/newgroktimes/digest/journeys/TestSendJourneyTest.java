package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** An editor has an edition sent to herself before anybody else gets it, and presses everything in it. */
@DigestTest
class TestSendJourneyTest {

    private static final String FIRST = "/api/v1/editions/1";
    private static final String EDITOR = "eve@example.org";
    private static final String READER = "ada@example.org"; // as long as the editor's, so that lines break alike

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Readers readers;

    private ApiClient api;
    private Visitor browser;

    @BeforeEach
    void aWeekIsReady() {
        api = new ApiClient(port);
        browser = new Visitor(port);
        readers.confirmed(READER);
        readers.haveTheirLetters();
        new Newsroom(stories, editions, database).hasAnEdition();
    }

    @Test
    void whatIsTestedIsWhatReadersGet() throws Exception {
        tests(EDITOR);
        sends();

        ReceivedMail test = lastTo(EDITOR);
        ReceivedMail real = lastTo(READER);

        assertThat(test.subject()).matches("\\[TEST \\d\\d:\\d\\d] .+").endsWith("] " + real.subject());
        assertThat(headers(test)).isEqualTo(headers(real));
        assertThat(withoutWhatIsPersonal(test.text())).isEqualTo(withoutWhatIsPersonal(real.text()));
        assertThat(withoutWhatIsPersonal(test.html())).isEqualTo(withoutWhatIsPersonal(real.html()));
        assertThat(test.text()).contains(EDITOR).doesNotContain(READER);
    }

    @Test
    void everythingInItMayBePressedAndChangesNothing() throws Exception {
        tests(READER, EDITOR);
        List<String> before = everything();

        for (ReceivedMail mail : List.of(lastTo(READER), lastTo(EDITOR))) {
            Set<URI> links = ourLinks(mail);
            assertThat(links)
                    .extracting(URI::getPath)
                    .anyMatch(path -> path.startsWith("/u/"))
                    .anyMatch(path -> path.startsWith("/settings/"))
                    .anyMatch(path -> path.startsWith("/editions/1/preview/"));
            for (URI link : links) {
                assertThat(browser.opens(link).status()).as("%s", link).isEqualTo(200);
            }
            links.stream().filter(TestSendJourneyTest::namesAReader).forEach(this::pressesEverything);
        }

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theLinkToTheBrowserLeadsToTheEditionOnceItIsOut() throws Exception {
        tests(EDITOR);
        URI link = ourLinks(lastTo(EDITOR)).stream()
                .filter(candidate -> candidate.getPath().contains("/preview/"))
                .findFirst()
                .orElseThrow();

        Page before = browser.opens(link);
        assertThat(before.text()).contains("This is a preview.", "The story of the-queue-at-the-docks");
        assertThat(before.response().headers().map())
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("x-robots-tag", List.of("noindex"));
        assertThat(browser.opens("/editions/1").status()).isEqualTo(404);
        assertThat(browser.opens(link.getPath().replace("/1/", "/2/")).status()).isEqualTo(404);
        assertThat(browser.opens(link.getPath() + "A").status()).isEqualTo(404);

        sends();

        assertThat(Visitor.location(browser.opens(link)).getPath()).isEqualTo("/editions/1");
    }

    private void pressesEverything(URI link) {
        Page page = browser.opens(link);
        assertThat(page.text()).contains("This is a preview.");
        List<String> buttons = page.html().select("main button").eachText();
        assertThat(buttons).isNotEmpty();
        for (String button : buttons) {
            assertThat(browser.presses(button, page).heading()).isEqualTo("Nothing was changed");
        }
        Page oneClick = browser.sends(
                "POST",
                link,
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("List-Unsubscribe=One-Click"));
        assertThat(oneClick.status()).isEqualTo(200);
        assertThat(oneClick.response().headers().map()).doesNotContainKeys("set-cookie", "location");
    }

    private static boolean namesAReader(URI link) {
        return link.getPath().startsWith("/u/") || link.getPath().startsWith("/settings/");
    }

    private void tests(String... addresses) {
        String to = Stream.of(addresses).map(address -> '"' + address + '"').collect(Collectors.joining(","));
        assertThat(api.post(FIRST + "/test", "{\"to\":[" + to + "]}").statusCode())
                .isEqualTo(200);
    }

    private void sends() {
        JsonNode edition = ApiClient.json(api.get(FIRST));
        api.post(
                FIRST + "/send",
                "{\"recipients\":1,\"contentHash\":\"%s\"}"
                        .formatted(edition.get("contentHash").asString()));
        eventually(
                "it is sent",
                () -> ApiClient.json(api.get(FIRST)).get("state").asString().equals("SENT"));
    }

    private static ReceivedMail lastTo(String address) {
        List<ReceivedMail> inbox = ReceivedMail.inboxOf(address);
        return inbox.get(inbox.size() - 1);
    }

    private static Set<URI> ourLinks(ReceivedMail mail) throws MessagingException {
        String header = mail.message().getHeader("List-Unsubscribe")[0];
        Stream<String> inHtml = Jsoup.parse(mail.html()).select("a[href]").eachAttr("href").stream();
        Stream<String> inText = mail.text().lines().flatMap(line -> Stream.of(line.split("\\s+")));
        return Stream.of(Stream.of(header.substring(1, header.length() - 1)), inHtml, inText)
                .flatMap(links -> links)
                .filter(link -> link.startsWith(ServiceUnderTest.BASE_URL))
                .map(URI::create)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All but the few that must differ; signatures are looked at elsewhere. */
    private static Map<String, String> headers(ReceivedMail mail) throws MessagingException {
        var headers = new TreeMap<String, String>();
        Set<String> own = Set.of("To", "Date", "Message-ID", "Subject", "Received", "Return-Path", "Content-Type");
        for (Header header : Collections.list(mail.message().getNonMatchingHeaders(new String[] {"DKIM-Signature"}))) {
            String value = own.contains(header.getName()) ? "" : withoutWhatIsPersonal(header.getValue());
            assertThat(headers.put(header.getName(), value)).isNull();
        }
        return headers;
    }

    private static String withoutWhatIsPersonal(String text) {
        return text.replaceAll("/editions/1/preview/[A-Za-z0-9_-]+", "/editions/1")
                .replaceAll("browser:\\s+", "browser: ") // a longer link has a line of its own
                .replaceAll("/(u|settings)/[A-Za-z0-9_-]+", "/$1/…")
                .replace(EDITOR, "…")
                .replace(READER, "…");
    }

    private List<String> everything() {
        return Stream.of("subscriber", "evidence", "edition", "edition_check", "delivery", "test_send", "test_copy")
                .flatMap(
                        table -> database
                                .sql("select t::text from " + table + " t order by t::text")
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }
}
