package com.newgroktimes.digest.journeys;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.Axe;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SampleStories;
import com.newgroktimes.digest.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An editor at work on an edition: before it goes, on its way, and once it is out. */
@Tag("browser")
@DigestTest
class EditInABrowserTest {

    private static final List<String> LOOKS =
            List.of("desktop", "phone", "dark", "forced-dark", "no-pictures", "text", "headers");

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient database;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void hasAnEdition() {
        new Newsroom(stories, editions, database).hasReaders(40);
        SampleStories.edition(9).stories().stream()
                .map(EditionStory::content)
                .forEach(story -> stories.put(story, "test"));
        editions.assemble("last");
        signIn();
    }

    private void signIn() {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setColorScheme(ColorScheme.LIGHT));
        page = context.newPage();
        page.navigate(at(signInLinks.issue("ana").getPath()));
        press("Sign in");
    }

    @AfterEach
    void leaves() {
        MailServer.takesEverything();
        context.close();
    }

    @Test
    void withKeysAloneTheThirdStoryBecomesTheLead() {
        String third = headline(2);
        page.navigate(at("/console/editions/1/content"));
        page.locator(".desk-list > li")
                .nth(2)
                .getByRole(AriaRole.BUTTON)
                .first()
                .focus();

        page.keyboard().press("Enter");
        assertThat(page.locator("button:focus")).containsText("Up");
        page.keyboard().press("Enter");

        assertThat(page.locator(".desk-list > li input").first()).hasValue(third);
        assertThat(page.locator("button:focus")).containsText("Down");
        assertThat(headline(0)).isEqualTo(third);
        assertThat(page.locator("[role=status]").first()).containsText("Saved");
    }

    @Test
    void theLengthOfALineIsSaidWhileItIsTyped() {
        page.navigate(at("/console/editions/1/content"));

        page.fill("#subject", "Twelve signs");

        assertThat(page.locator("#subject-length")).hasText("12");
    }

    @Test
    void everyPageFitsAndCanBeReadByDayAndByNight() {
        fits("/console/editions/1");
        fits("/console/editions/1/content");
        LOOKS.forEach(look -> fits("/console/editions/1/preview?as=" + look));
    }

    private void fits(String path) {
        page.setViewportSize(1280, 900);
        page.navigate(at(path));
        assertThat(Axe.seriousFaultsByDayAndNight(page)).as(path).isEmpty();
        page.setViewportSize(320, 800);
        Object cut = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(cut).as("sideways on " + path).isEqualTo(0);
        assertThat(Axe.seriousFaultsByDayAndNight(page))
                .as(path + " on a phone")
                .isEmpty();
    }

    @Test
    void aPreviewThatStayedOpenSaysThatItIsOutOfDate() {
        page.navigate(at("/console/editions/1/preview?as=phone"));
        assertThat(page.locator("#outdated")).isHidden();

        stories.withdraw(story(8).url());
        page.evaluate("window.dispatchEvent(new Event('focus'))");

        assertThat(page.locator("#outdated")).isVisible();
        page.click("#outdated a");
        assertThat(page.locator("#outdated")).isHidden();
    }

    @Test
    void anEditionIsMendedOnItsWay() {
        page.navigate(at("/console/editions/1"));
        MailServer.takesOnly(16);
        press("Send to 40 people");
        sees("16 of 40 were accepted so far");
        press("Pause");
        MailServer.takes(4);
        sees("Paused by ana.");
        MailServer.takesEverything();

        press("Mend what was not sent yet");
        assertThat(page.locator("main")).containsText("Revision 2 is for those who have not got the edition yet");
        page.fill("#subject", "Put right by hand");
        press("Save");
        page.navigate(at("/console/editions/1"));
        press("Resume");

        sees("Edition 1 was sent. 40 of 40 were accepted.");
        assertThat(page.locator("#revisions ~ .scroll").first()).containsText("revision 2");
        assertThat(Axe.seriousFaults(page)).isEmpty();
    }

    @Test
    void whatWasWrongIsSaidEverywhereButInMailsThatAreOut() {
        page.navigate(at("/console/editions/1"));
        press("Send to 40 people");
        sees("Edition 1 was sent. 40 of 40 were accepted.");
        ReceivedMail mail = ReceivedMail.inboxOf("reader1@example.org").get(0);
        String inBrowser = mail.link("/editions/").getPath();
        page.navigate(at("/console/editions/1"));

        page.click("text=Correct its web page");
        assertThat(Axe.seriousFaults(page)).isEmpty();
        page.fill("#why", " ");
        press("Show the correction");
        assertThat(page.locator("[role=alert]")).containsText("Nothing was changed");
        page.fill("#why", "It was 40 ships, not 400.");
        press("Show the correction");
        assertThat(page.locator("main")).containsText("It was 40 ships, not 400.");
        assertThat(page.navigate(at(inBrowser)).status()).isEqualTo(200);
        assertThat(page.locator(".correction")).containsText("It was 40 ships, not 400.");
        assertThat(feed()).contains("It was 40 ships, not 400.", headline(0));

        page.navigate(at("/console/editions/1"));
        page.click("text=Withdraw it");
        assertThat(Axe.seriousFaults(page)).isEmpty();
        page.fill("#why", "Nothing in it was so.");
        press("Withdraw it");
        assertThat(page.locator("main")).containsText("Withdrawn on");
        assertThat(page.getByText("Withdraw it…")).hasCount(0);
        assertThat(page.navigate(at(inBrowser)).status()).isEqualTo(410);
        assertThat(page.locator("main")).containsText("This edition was withdrawn on");
        assertThat(page.locator("main")).containsText("Nothing in it was so.");
        assertThat(Axe.seriousFaults(page)).isEmpty();
        page.navigate(at("/editions"));
        assertThat(page.locator("main")).containsText("There is no edition to read here at the moment.");
        assertThat(feed()).contains("Nothing in it was so.").doesNotContain(headline(0));
        assertThat(ReceivedMail.inboxOf("reader1@example.org"))
                .as("nobody is mailed")
                .hasSize(1);
    }

    private String feed() {
        return new Visitor(port).opens("/editions/feed.atom").response().body();
    }

    private String headline(int index) {
        return story(index).headline();
    }

    private Story story(int index) {
        return editions.get(1).stories().get(index).content();
    }

    private void sees(String words) {
        assertThat(page.locator("#live")).containsText(words);
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
