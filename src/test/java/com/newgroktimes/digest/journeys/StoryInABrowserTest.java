package com.newgroktimes.digest.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.Axe;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ServiceUnderTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The form of a story in a real browser: with keys alone, without script, on a phone and a desk, by day and by night. */
@Tag("browser")
@DigestTest
class StoryInABrowserTest {

    private static final String URL = "https://news.example/moths";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private Stories stories;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void aStoryThatWaits() throws IOException {
        Files.writeString(ServiceUnderTest.STORIES.resolve("moths.md"), """
                ---
                url: https://news.example/moths
                publishedAt: 2026-11-24T09:30:00Z
                section: Nature
                newsSources:
                  - url: https://wire.example/moths
                    title: Wire
                ---
                # The moths are counted

                A night of counting went well [1].
                """);
        stories.collect();
    }

    @Test
    void withoutScriptRowsAreAddedAndRemovedAndAllIsSaved() {
        try (BrowserContext context = visitor("en", false)) {
            Page page = signedIn(context);
            page.navigate(at(path()));
            page.click("text=Add an X post");
            assertThat(page.locator("#xPosts-0-url")).isFocused();
            page.fill("#xPosts-0-url", "https://x.com/moths/status/1");
            page.fill("#xPosts-0-text", "so many");
            page.click("text=Add an X post");
            page.fill("#xPosts-1-url", "https://x.com/moths/status/2");
            page.click("button[value='remove:newsSources:0']");
            page.fill("#tldr", "Moths, counted.");

            page.locator("button[value=save]").last().click();

            assertThat(page.locator("[role=status]")).hasText("Saved.");
            assertThat(kept().story().newsSources()).isEmpty();
            assertThat(kept().story().xPosts()).hasSize(2);
            assertThat(kept().story().tldr()).isEqualTo("Moths, counted.");
            assertThat(page.locator("#publishedAt")).hasValue("2026-11-24T09:30");
        }
    }

    @Test
    void withKeysAloneAnErrorLeadsToItsFieldAndEnterSaves() {
        try (BrowserContext context = visitor("en", true)) {
            Page page = signedIn(context);
            page.navigate(at(path()));
            page.focus("#lang");
            page.keyboard().type("no language");
            page.keyboard().press("Enter");
            assertThat(page.locator("[role=alert]")).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.focus("#lang");
            page.keyboard().press("Control+A");
            page.keyboard().type("de");
            page.keyboard().press("Enter");

            assertThat(page.locator("[role=status]")).hasText("Saved.");
            assertThat(kept().story().lang()).isEqualTo("de");
        }
    }

    @Test
    void everyStateFitsAndCanBeReadByDayAndByNight() {
        for (String language : List.of("en", "ar")) {
            try (BrowserContext context = visitor(language, true)) {
                Page page = signedIn(context);
                page.navigate(at("/console/stories"));
                fits(page, "list-" + language);
                page.navigate(at("/console/stories/new"));
                fits(page, "new-" + language);
                page.navigate(at(path()));
                page.fill("#section", "Changed " + language);
                page.locator("button[value=save]").first().click();
                fits(page, "story-" + language);
                StoredStory before = kept();
                stories.edit(before, before.story().headed("Meanwhile " + language));
                page.fill("#headline", "Mine");
                page.locator("button[value=save]").first().click();
                fits(page, "clash-" + language);
                page.fill("#headline", "");
                page.fill("#image-url", "nowhere");
                page.locator("button[value=save]").first().click();
                fits(page, "errors-" + language);
            }
        }
    }

    private static void fits(Page page, String state) {
        assertThat(Axe.seriousFaultsByDayAndNight(page)).as(state).isEmpty();
        page.setViewportSize(320, 800);
        Object cut = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(cut).as("sideways in " + state).isEqualTo(0);
        assertThat(Axe.seriousFaultsByDayAndNight(page))
                .as(state + " on a phone")
                .isEmpty();
        page.setViewportSize(1280, 900);
    }

    private StoredStory kept() {
        return stories.find(URL).orElseThrow();
    }

    private String path() {
        return "/console/stories/" + kept().id();
    }

    private Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(at(signInLinks.issue("ana").getPath()));
        page.click("main button");
        return page;
    }

    private static BrowserContext visitor(String language, boolean script) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(script)
                        .setLocale(language)
                        .setViewportSize(1280, 900)
                        .setColorScheme(ColorScheme.LIGHT));
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
