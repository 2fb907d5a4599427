package com.newgroktimes.digest.journeys;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.delivery.run.RunInHand;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever sends an edition, and looks on. */
@Tag("browser")
@DigestTest
class SendInABrowserTest {

    private static final int CONNECTIONS = 4;

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

    @Autowired
    private BeanFactory service;

    private final List<String> complaints = new ArrayList<>();
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
    void hasSignedIn() {
        var newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(40);
        newsroom.hasAnEdition();
        context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(at(signInLinks.issue("ana").getPath()));
        press("Sign in");
        page.navigate(at("/console/editions/1"));
    }

    @AfterEach
    void leaves() {
        MailServer.takesEverything();
        context.close();
    }

    @Test
    void anEditionGoesLiveIsPausedGoesOnAndEnds() {
        MailServer.takesOnly(8);

        press("Send to 40 people");

        sees("Sending");
        sees("8 of 40 were accepted so far");

        press("Pause");
        sees("Pausing");
        RunInHand.looksAgain(1, service);
        MailServer.takes(CONNECTIONS);
        sees("Paused by ana.");
        assertThat(page.locator("#live .state")).hasText("Paused");
        int accepted = MailServer.received().size();
        assertThat(accepted).isBetween(8, 8 + CONNECTIONS);
        sees("%d of 40 were accepted".formatted(accepted));

        MailServer.takesOnly(10);
        press("Resume");
        sees("%d of 40 were accepted so far".formatted(accepted + 10));
        page.focus("#stop");
        MailServer.takesEverything();
        sees("Edition 1 was sent. 40 of 40 were accepted.");
        assertThat(page.locator("#live")).not().hasAttribute("data-poll", ".*");
        assertThat(page.locator("#hold")).isHidden();
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatIsLookedAtStandsStillOnDemandAndFocusStaysWhereItIs() {
        MailServer.takesOnly(8);
        press("Send to 40 people");
        sees("8 of 40 were accepted so far");
        page.focus("text=What these words mean");
        page.keyboard().press("Enter");

        press("Stop updating");
        MailServer.takes(8);
        assertThat(page.locator("#live")).containsText("8 of 40 were accepted so far");

        press("Go on updating");
        sees("16 of 40 were accepted so far");
        assertThat(page.locator("#live details")).hasAttribute("open", "");
    }

    @Test
    void aPageThatLostTheConsoleOrItsSessionSaysSo() {
        MailServer.takesOnly(8);
        press("Send to 40 people");
        sees("8 of 40 were accepted so far");

        page.route("**/live", route -> route.abort());
        assertThat(page.locator("#lost")).isVisible();
        assertThat(page.locator("#live")).hasClass("stale");
        page.unroute("**/live");
        assertThat(page.locator("#lost")).isHidden();
        assertThat(page.locator("#live")).not().hasClass("stale");

        context.clearCookies();
        assertThat(page.locator("#signed-out")).isVisible();
        assertThat(page.locator("#signed-out")).containsText("You have been signed out");
    }

    @Test
    void onAPhoneNothingIsCutOff() {
        press("Send to 40 people");
        sees("Edition 1 was sent. 40 of 40 were accepted.");
        page.setViewportSize(375, 800);

        for (String path :
                List.of("/console", "/console/editions", "/console/editions/1", "/console/stories?week=2026-W47")) {
            page.navigate(at(path));
            assertThat(page.locator("table").first()).isVisible();
            Object cut = page.evaluate("[document.documentElement, ...document.querySelectorAll('.scroll')]"
                    + ".filter(box => box.scrollWidth > box.clientWidth).length");
            assertThat(cut).as("what is cut off on %s", path).isEqualTo(0);
        }
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
