package com.newgroktimes.digest.site;

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

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.journeys.Chromium;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.Axe;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SampleStories;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Where "Read in your browser" leads: a page of its own, with what the mail has no room for. */
@Tag("browser")
@DigestTest
class PastEditionInABrowserTest {

    private static final String TOPS_OF_THE_FIRST_BOXES =
            "() => [...document.querySelector('.tellings').children].map(box => box.getBoundingClientRect().top)";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private SettableClock clock;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void anEditionIsOut() {
        SampleStories.edition(8).stories().stream()
                .map(EditionStory::content)
                .forEach(story -> stories.put(story, "test"));
        stories.put(
                SampleStories.story("World", "مرصد صغير يسبق قمرين صناعيين")
                        .lang("ar")
                        .build(),
                "test");
        editions.assemble("last");
        editions.frozen(1, clock.instant());
    }

    @Test
    void nobodyIsKeptFromReadingIt() {
        try (BrowserContext context = visitor(375, ColorScheme.LIGHT)) {
            assertThat(Axe.seriousFaultsByDayAndNight(edition(context))).isEmpty();
        }
    }

    @Test
    void theTwoTellingsStandSideBySideWhereThereIsRoom() {
        assertThat(tops(699)).hasSize(2).doesNotHaveDuplicates();
        assertThat(tops(700)).hasSize(2).containsOnly(tops(700).get(0));
    }

    @Test
    void noWidthMakesItScrollSideways() {
        for (int width : List.of(320, 375, 414, 700)) {
            try (BrowserContext context = visitor(width, ColorScheme.LIGHT)) {
                assertThat(((Number) edition(context).evaluate("document.documentElement.scrollWidth")).intValue())
                        .isEqualTo(width);
            }
        }
    }

    private List<Integer> tops(int width) {
        try (BrowserContext context = visitor(width, ColorScheme.LIGHT)) {
            return ((List<?>) edition(context).evaluate(TOPS_OF_THE_FIRST_BOXES))
                    .stream().map(top -> ((Number) top).intValue()).toList();
        }
    }

    private Page edition(BrowserContext context) {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + port + "/editions/1");
        return page;
    }

    private static BrowserContext visitor(int width, ColorScheme scheme) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme));
    }
}
