package com.newgroktimes.digest.journeys;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.testing.Axe;
import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A blog as it comes out of the box, ten posts of last week, and whoever makes an edition of it in the console: in how many acts? */
@Tag("browser")
class TenPostsInABrowserTest {

    /** The rest are links, without pictures. */
    private static final int WITH_A_BLOCK = 8;

    private static final int MOST_ACTS = 10;
    private static final Pattern SIGN_IN = Pattern.compile("https?://\\S+?(/console/sign-in/[\\w.~-]+)");
    private static final List<String> HEADLINES = List.of(
            "The harbour wall is open again",
            "A heron nests on the crane",
            "Fewer boats came in October",
            "The ferry keeps its winter hours",
            "What the tide left on Sunday",
            "Two new bakers on Mill Street",
            "The lighthouse gets its first paint in years",
            "School children count the crabs",
            "A rope that held for a century",
            "The choir looks for a bass");

    private final int port = ProcessSettings.freePort();
    private HttpServer blog;
    private int acts;

    @TempDir
    private Path data;

    @BeforeEach
    void theBlog() throws IOException {
        blog = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] feed = feed().getBytes(StandardCharsets.UTF_8);
        byte[] picture = picture();
        blog.createContext("/", exchange -> {
            try (exchange) {
                boolean isPicture = exchange.getRequestURI().getPath().endsWith(".jpg");
                byte[] body = isPicture ? picture : feed;
                exchange.getResponseHeaders()
                        .set("Content-Type", isPicture ? "image/jpeg" : "application/rss+xml; charset=UTF-8");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        blog.start();
    }

    @AfterEach
    void isOver() {
        blog.stop(0);
    }

    @Test
    void tenPostsBecomeAnEditionThatIsReady() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(new ProcessSettings(port, ProcessSettings.freePort(), data)
                        .onDatabase(TestDatabase.freshUrl())
                        .with("digest.stories.feeds[0].url", "http://localhost:%d/feed/".formatted(blogPort()))
                        .with("digest.fetch.allowed-hosts", "localhost")
                        .all());
                Chromium chromium = new Chromium();
                BrowserContext context = chromium.browser().newContext()) {
            Page page = signedIn(context, service);

            follow(page, "Stories");
            press(page, "Fetch stories");
            assertThat(page.locator(".waiting")).hasCount(HEADLINES.size());
            pressBeginning(page, "Accept all 10 proposed TL;DRs of");
            assertThat(page.locator(".waiting")).hasCount(0);
            follow(page, "Editions");
            press(page, "Fetch last week's stories");
            assertThat(page.locator(".state").first()).hasText("Draft");
            follow(page, "Write the alt texts, or leave the pictures out");
            assertThat(page.locator(".pictured img")).hasCount(WITH_A_BLOCK);
            assertThat(Axe.seriousFaults(page)).isEmpty();
            page.setViewportSize(320, 800);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            page.setViewportSize(1280, 800);
            press(page, "Leave out the pictures without a text");

            assertThat(page.locator(".state").first()).hasText("Ready");
            assertThat(acts).isLessThanOrEqualTo(MOST_ACTS);
            assertThat(page.locator("#stories ~ ol.stories li a")).hasCount(HEADLINES.size());
            HEADLINES.forEach(headline ->
                    assertThat(page.locator("#stories ~ ol.stories")).containsText(headline));
            page.navigate(at("/console/editions/1/preview.txt"));
            assertThat(page.content())
                    .contains("Words about it, number 1.")
                    .doesNotContain("appeared first on", "UNCATEGORIZED", "Uncategorized", "Share this");
        }
    }

    private Page signedIn(BrowserContext context, ServiceProcess service) {
        Matcher link = SIGN_IN.matcher(service.output());
        assertThat(link.find()).as(service.output()).isTrue();
        Page page = context.newPage();
        page.navigate(at(link.group(1)));
        page.click("main button");
        return page;
    }

    private void follow(Page page, String link) {
        acts++;
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    private void press(Page page, String button) {
        acts++;
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private void pressBeginning(Page page, String beginning) {
        acts++;
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(beginning))
                .first()
                .click();
    }

    private String feed() {
        ZonedDateTime published = ZonedDateTime.now(ZoneOffset.UTC).minusDays(7);
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= HEADLINES.size(); i++) {
            items.append("""
                    <item><title>%1$s</title><link>https://quay.example/2026/11/post-%3$d/</link>
                    <comments>https://quay.example/2026/11/post-%3$d/#respond</comments>
                    <dc:creator><![CDATA[admin]]></dc:creator><pubDate>%4$s</pubDate>
                    <category><![CDATA[Uncategorized]]></category><guid isPermaLink="false">https://quay.example/?p=%3$d</guid>
                    <media:content url="http://localhost:%2$d/wp-content/uploads/%3$d.jpg" medium="image"/>
                    <description><![CDATA[<p>Words about it, number %3$d. [&#8230;]</p>
                    <p>The post <a href="x">%1$s</a> appeared first on <a href="y">Quay Notes</a>.</p>]]></description>
                    <content:encoded><![CDATA[<figure class="wp-block-image"><img src="http://localhost:%2$d/wp-content/uploads/%3$d.jpg" alt="" class="wp-image-%3$d"/></figure>
                    <p>Words about it, number %3$d. Whoever was there told it at length, and others told it on.</p>
                    <p>It was in the morning, and by noon everybody at the quay had heard of it.</p>
                    <div class="sharedaddy"><h3>Share this:</h3></div>
                    <p>The post <a href="x">%1$s</a> appeared first on <a href="y">Quay Notes</a>.</p>]]></content:encoded></item>
                    """.formatted(
                    HEADLINES.get(i - 1), blogPort(), i, published.format(DateTimeFormatter.RFC_1123_DATE_TIME)));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Quay Notes</title><link>https://quay.example/</link>
                <language>en-US</language>%s</channel></rss>
                """.formatted(items);
    }

    private int blogPort() {
        return blog.getAddress().getPort();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 675, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
