package com.newgroktimes.digest.operator.pages;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SampleStories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class AltTextsPageTest {

    private static final String ALT_TEXTS = "/console/editions/1/alt-texts";

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private SignInLinks signInLinks;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;

    @BeforeEach
    void picturesWithoutAText() {
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
        for (int i = 1; i <= 10; i++) {
            stories.put(SampleStories.story("World", "Story " + i).picture("").build(), "api");
        }
        editions.assemble("last");
    }

    @Test
    void itListsWhatTheCheckCountsInTheOrderOfTheEdition() {
        List<String> told = editions.checks(1).stream()
                .filter(check -> check.rule().equals("alt-text"))
                .map(check -> check.finding().args().get(0).toString())
                .toList();
        assertThat(told).hasSizeLessThan(10);

        assertThat(browser.open(ALT_TEXTS).select(".pictured label").eachText())
                .containsExactlyElementsOf(told.stream()
                        .map("What is in the picture of “%s”"::formatted)
                        .toList());
    }

    @Test
    void whatWasSavedIsSaid() {
        browser.open(ALT_TEXTS);

        Document page = submit("save");

        assertThat(page.select(".told[role=status]").text()).startsWith("No text was written, so nothing was saved.");
        assertThat(page.select("main > p:last-child").text()).isEqualTo("Back to edition 1");
    }

    @Test
    void aPictureThatWasLeftOutIsTakenBackOnThePageOfItsStory() {
        EditionStory first = editions.get(1).stories().get(0);
        String picture = pictureOf(first);
        browser.open(ALT_TEXTS);

        submit("drop");
        assertThat(editions.get(1).stories().get(0).content().image()).isNull();
        stories.put(stories.find(first.story()).orElseThrow().story(), "api");
        String page = "/console/stories/" + first.story();
        assertThat(browser.open(page).select("#picture-left-out").text()).contains(picture);
        browser.submit(page, typed("form.story") + "&press=picture-back");

        assertThat(pictureOf(editions.get(1).stories().get(0))).isEqualTo(picture);
        assertThat(browser.open(page).select("#picture-left-out")).isEmpty();
    }

    private static String pictureOf(EditionStory story) {
        Story.Image image = story.content().image();
        return image == null || image.url() == null ? "" : image.url();
    }

    private Document submit(String button) {
        return browser.submit(ALT_TEXTS, typed("form.desk") + "&press=" + button);
    }

    private String typed(String form) {
        return browser.page().select(form).select("input, textarea").stream()
                .map(field -> field.attr("name") + "=" + URLEncoder.encode(field.val(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
