package com.newgroktimes.digest.operator.pages;

import java.net.URI;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.testing.DigestTest;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class SignInPageTest {

    @Autowired
    private SignInLinks links;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;

    @BeforeEach
    void openBrowser() {
        browser = new ConsoleBrowser(port);
    }

    @Test
    void whoeverIsNotSignedInIsShownTheWayIn() {
        browser.open("/console/editions");

        assertThat(browser.last().statusCode()).isEqualTo(302);
        assertThat(browser.last().headers().firstValue("Location")).contains("/console/sign-in");
        assertThat(browser.open("/console/sign-in").select("main").text()).contains("a link that works once");
    }

    @Test
    void openingALinkSignsNobodyInAndPressingItsButtonDoes() {
        URI link = links.issue("ana");
        browser.open(link.getPath());
        browser.open(link.getPath());

        browser.press("Sign in");

        assertThat(browser.last().uri().getPath()).isEqualTo("/console");
        assertThat(browser.page().select("header").text()).contains("Signed in as ana Sign out");
    }

    @Test
    void aLinkThatWasUsedSaysSo() {
        URI link = links.issue("ana");
        ConsoleBrowser.signedIn(port, link);

        browser.open(link.getPath());

        assertThat(browser.last().statusCode()).isEqualTo(404);
        assertThat(browser.page().select("[role=alert]").text()).contains("does not sign anybody in");
    }

    @Test
    void signingOutEndsIt() {
        ConsoleBrowser signedIn = ConsoleBrowser.signedIn(port, links.issue("ana"));

        signedIn.press("Sign out");

        assertThat(signedIn.open("/console").title()).isEmpty();
        assertThat(signedIn.last().statusCode()).isEqualTo(302);
    }

    @Test
    void aFormWithoutItsProofIsRefused() {
        ConsoleBrowser signedIn = ConsoleBrowser.signedIn(port, links.issue("ana"));

        signedIn.submit("/console/editions", "week=last");

        assertThat(signedIn.last().statusCode()).isEqualTo(403);
        assertThat(signedIn.page().select("h1").text()).isEqualTo("That page was too old");
        assertThat(signedIn.page().text()).contains("nothing is lost", "Go back, reload the page", "sign in again");
        assertThat(signedIn.open("/console/editions").select("header").text()).contains("Signed in as ana Sign out");
    }
}
