package com.newgroktimes.digest.operator.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Readings;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ServiceUnderTest;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class StoriesPageTest {

    private static final String PAGE = "/console/stories";

    @Autowired
    private Stories stories;

    @Autowired
    private Readings readings;

    @Autowired
    private Editions editions;

    @Autowired
    private SignInLinks signInLinks;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;

    @BeforeEach
    void signIn() {
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
    }

    @AfterEach
    void theFolderIsThereForOthers() throws IOException {
        Files.createDirectories(ServiceUnderTest.STORIES);
    }

    @Test
    void whereThereIsNoPageTheWayOnLeadsBackIntoTheConsole() {
        Document page = browser.open("/console/nothing-of-the-kind");

        assertThat(browser.last().statusCode()).isEqualTo(404);
        assertThat(page.select("a[href$=/console]").text()).isEqualTo("To the console");
    }

    @Test
    void whatCannotBeReadIsNamedWithWhatIsWrongAndWhatToDo() throws IOException {
        file("broken.md", "---\nheadline: A: B\n---\n");
        file("coloured.md", "---\ncolour: red\n---\n# A story\n\nText.");
        browser.open(PAGE);

        Document page = browser.press("Fetch stories");

        assertThat(page.select(".told").text())
                .startsWith("One story read, one file not. New: 1, changed: 0, as before: 0.");
        assertThat(page.select(".checks li").get(0).text())
                .startsWith("broken.md front matter: Line 2: ")
                .endsWith("The whole file was left out. Mend it, and fetch again.");
        assertThat(page.select(".checks li").get(1).text())
                .isEqualTo(
                        "coloured.md colour: No story has a field of that name; it was left out. The rest of the story was taken.");
        assertThat(browser.open("/console").select(".checks.LOOK li").eachText())
                .contains("One file of the stories folder could not be read. Look at the stories");
    }

    @Test
    void aStoryWithoutATldrWaitsForWhoeverWroteIt() throws IOException {
        file(
                "moths.md",
                "---\npublishedAt: 2026-11-24T09:30:00Z\n---\n# The moths are counted\n\nA night of counting. It went well.");
        stories.put(
                readings.markdownFile("# The docks\n\nA queue.", "https://news.example/docks")
                        .whatIsThere(),
                "api");

        browser.open(PAGE);
        Document page = browser.press("Fetch stories");

        assertThat(page.select(".waiting > p").eachText())
                .containsExactly(
                        "moths.md “The moths are counted” has no TL;DR, so it goes into no edition. Open it: The moths are counted",
                        "Over the API “The docks” has no TL;DR, so it goes into no edition. Open it: The docks");
        assertThat(page.select(".waiting textarea").eachText())
                .containsExactly("A night of counting. It went well.", "A queue.");
        assertThat(page.select("tbody tr").eachText().get(0)).contains("Incomplete: it has no TL;DR");
        assertThat(browser.open("/console").select(".checks.LOOK li").eachText())
                .contains("2 stories lack a TL;DR, and go into no edition. Look at the stories");
    }

    @Test
    void itTellsOfTheOpenWeekAndTheOneBeforeWhereEachStoryStands() throws IOException {
        file("chips.md", complete("A chip cluster wakes up", "2026-11-20T10:00:00Z"));
        file("docks.md", complete("The queue at the docks", "2026-11-24T10:00:00Z"));
        browser.open("/console/editions");
        browser.press("Fetch last week's stories");

        Document open = browser.open(PAGE);

        assertThat(open.select("#week").text()).isEqualTo("2026-W48, 23 November to 29 November");
        assertThat(open.select("main").text()).doesNotContain("longer than a week");
        assertThat(open.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains(
                        "The queue at the docks",
                        "docks.md",
                        "24 November 2026, 10:00 UTC",
                        "Goes into the next edition");
        Document before =
                browser.open(open.select("a[href*=2026-W47]").attr("href").replace("#week", ""));
        assertThat(before.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("A chip cluster wakes up", "In edition 1");
        assertThat(before.select("tbody a[href=/console/editions/1]")).hasSize(1);
    }

    @Test
    void thoseThatAreSoughtAreShownAndHowManyStandWhereIsSaid() throws IOException {
        file("chips.md", complete("A chip cluster wakes up", "2026-11-23T10:00:00Z"));
        file("docks.md", complete("The queue at the docks", "2026-11-24T10:00:00Z"));
        file("moths.md", "---\npublishedAt: 2026-11-24\n---\n# The moths\n\nNine kinds were new.\n");
        stories.collect();

        Document all = browser.open(PAGE);
        assertThat(all.select("#status option").eachText())
                .containsExactly("All", "For the next edition (2)", "Incomplete (1)");
        assertThat(all.select("tbody tr")).hasSize(3);

        assertThat(headlines(PAGE + "?status=INCOMPLETE")).containsExactly("The moths");
        assertThat(headlines(PAGE + "?text=QUEUE")).containsExactly("The queue at the docks");
        assertThat(headlines(PAGE + "?text=nine+kinds")).containsExactly("The moths");
        assertThat(headlines(PAGE + "?status=NEXT&text=moths")).isEmpty();
        assertThat(headlines(PAGE + "?status=NOWHERE")).hasSize(3);
    }

    @Test
    void aLongWeekIsShownPageByPage() throws IOException {
        for (int i = 100; i < 201; i++) {
            file("s" + i + ".md", complete("Story " + i, "2026-11-24T10:00:00Z"));
        }
        stories.collect();

        Document first = browser.open(PAGE + "?text=story");
        assertThat(first.select("tbody tr")).hasSize(100);
        String next = first.select("a:contains(Next page)").attr("href").replace("#week", "");

        assertThat(next).contains("text=story");
        assertThat(headlines(next)).containsExactly("Story 200");
    }

    private List<String> headlines(String page) {
        return browser.open(page).select("tbody tr td:first-child a").eachText();
    }

    @Test
    void theFetchThatMadeAnEditionSaysOnItsPageWhatItHad() throws IOException {
        file("chips.md", complete("A chip cluster wakes up", "2026-11-20T10:00:00Z"));
        file("docks.md", complete("The queue at the docks", "2026-11-19T10:00:00Z"));
        Files.write(ServiceUnderTest.STORIES.resolve("latin.md"), new byte[] {'#', ' ', (byte) 0xe9});
        browser.open("/console/editions");

        Document page = browser.press("Fetch last week's stories");

        assertThat(browser.last().uri().getPath()).isEqualTo("/console/editions/1");
        assertThat(page.select(".told").text())
                .startsWith("2 stories read, one file not.")
                .contains("latin.md: It is not in UTF-8. Save it in UTF-8.");
        assertThat(page.select(".told a").attr("href")).isEqualTo(PAGE);
        assertThat(browser.open("/console/editions/1").select(".told")).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsSaidWhereverSomebodyLooks() throws IOException {
        Files.delete(ServiceUnderTest.STORIES);
        String fault = "There is no stories folder " + ServiceUnderTest.STORIES;

        assertThat(browser.open("/console").select(".checks.LOOK").text()).contains(fault);
        assertThat(browser.open(PAGE).select(".fault").text()).contains(fault);
        assertThat(browser.press("Fetch stories").select(".told").text()).startsWith(fault);
        browser.open("/console/editions");
        assertThat(browser.press("Fetch last week's stories").select(".told").text())
                .startsWith(fault);
        assertThat(browser.last().statusCode()).isEqualTo(422);
    }

    @Test
    void whereAllIsWellNothingNeedsMending() {
        assertThat(browser.open(PAGE).select("main").text()).contains("Nothing: all that was fetched could be read");
        assertThat(browser.open("/console").select("main").text()).contains("Nothing else needs you.");
    }

    @Test
    void aWeekThatIsOverAndHasNoEditionNeedsSomebody() throws IOException {
        file("chips.md", complete("A chip cluster wakes up", "2026-11-20T10:00:00Z"));
        stories.collect();

        Document overview = browser.open("/console");
        assertThat(overview.select(".checks.LOOK li").eachText())
                .containsExactly("The stories of 2026-W47 are in no edition yet. Make an edition");
        assertThat(overview.select(".checks.LOOK a").attr("href")).isEqualTo("/console#make");
        assertThat(overview.select("#make")).hasSize(1);

        editions.assemble("2026-W47");
        assertThat(browser.open("/console").select("main").text()).contains("Nothing else needs you.");
    }

    @Test
    void aWeekThatTakesInSkippedOnesSaysSo() throws IOException {
        file("chips.md", complete("A chip cluster wakes up", "2026-11-10T10:00:00Z"));
        stories.collect();
        editions.assemble("2026-W46");

        Document page = browser.open(PAGE);

        assertThat(page.select("#week").text()).isEqualTo("2026-W48, 16 November to 29 November");
        assertThat(page.select("main").text()).contains("It is longer than a week");
    }

    @Test
    void aWeekThatIsNoneIsToldSo() {
        browser.open(PAGE + "?week=someday");

        assertThat(browser.last().statusCode()).isEqualTo(400);
    }

    private static String complete(String headline, String publishedAt) {
        return "---\npublishedAt: %s\ntldr: In short.\n---\n# %s\n\nText.".formatted(publishedAt, headline);
    }

    private static void file(String name, String text) throws IOException {
        Files.writeString(ServiceUnderTest.STORIES.resolve(name), text);
    }
}
