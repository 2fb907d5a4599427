package com.newgroktimes.digest.editions.digest;

import java.util.List;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.newgroktimes.digest.journeys.MailWindow;
import com.newgroktimes.digest.testing.Axe;

import static org.assertj.core.api.Assertions.assertThat;

/** The digest as mail programs lay it out: on every width, by day and by night, and without what some of them drop. */
@Tag("browser")
class DigestInABrowserTest {

    private static final String ALIGNMENTS =
            "() => [...document.querySelectorAll('td.msm')].map(box => getComputedStyle(box).textAlign)";

    private static final String PICTURES_WITHOUT_A_WORD = """
            () => [...document.images].filter(picture => {
              const box = picture.getBoundingClientRect();
              return picture.naturalWidth > 0 || picture.alt === '' || box.width < 200 || box.height < 18;
            }).map(picture => picture.alt)
            """;

    private static final String WIDTHS_OF_TABLES =
            "() => [...document.querySelectorAll('table[width=\"600\"]')].map(table => table.getBoundingClientRect().width)";

    private static MailWindow window;

    @BeforeAll
    static void startTheBrowser() {
        window = new MailWindow();
    }

    @AfterAll
    static void stopTheBrowser() {
        window.close();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsKeptFromReadingIt(Specimen specimen) {
        window.shows(
                specimen.html(),
                375,
                page -> assertThat(Axe.seriousFaultsByDayAndNight(page)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void itFitsEveryScreen(Specimen specimen) {
        window.shows(specimen.html(), 320, MailWindow::assertFitsEveryWidth);
    }

    @ParameterizedTest
    @EnumSource
    void itReadsWellWithoutTheStylesInItsHead(Specimen specimen) {
        window.shows(
                MailWindow.withoutHeadStyles(specimen.html()),
                375,
                page -> assertThat(MailWindow.faults(page)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"ARABIC", "RIGHT_TO_LEFT"})
    void theBarIsWhereTheLinesBegin(Specimen specimen) {
        window.shows(
                specimen.html(),
                375,
                page -> assertThat(((List<?>) page.evaluate(ALIGNMENTS)).get(0)).isEqualTo("right"));
    }

    @ParameterizedTest
    @EnumSource(names = {"EIGHT_STORIES", "ARABIC", "A_WORD_OF_80_CHARACTERS"})
    void whereAPictureIsNotShownItsDescriptionIs(Specimen specimen) {
        try (BrowserContext context = window.opened(375)) {
            Page page = context.newPage();
            page.route("**/*", Route::abort);
            page.setContent(specimen.html());

            assertThat(page.locator("img").count()).isPositive();
            assertThat((List<?>) page.evaluate(PICTURES_WITHOUT_A_WORD)).isEmpty();
            assertThat(MailWindow.faults(page)).isEmpty();
        }
    }

    /** Word reads what stands in its conditional comments, knows no largest width, and drops most of the head. */
    @ParameterizedTest
    @EnumSource
    void inWordItIs600PixelsWide(Specimen specimen) {
        String asWordReadsIt = MailWindow.withoutHeadStyles(specimen.html())
                .replaceAll("(?s)<!--\\[if !mso]><!-->.*?<!--<!\\[endif]-->", "")
                .replaceAll("<!--\\[if [^\\]]*]>|<!\\[endif]-->", "")
                .replaceAll("max-width:\\d+px;?", "");

        window.shows(asWordReadsIt, 700, page -> {
            assertThat(MailWindow.faults(page)).isEmpty();
            assertThat(((List<?>) page.evaluate(WIDTHS_OF_TABLES)).stream().map(width -> ((Number) width).intValue()))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .containsOnly(600);
        });
    }

    /** A stand-in for programs that repaint mails by rules of their own. */
    @ParameterizedTest
    @EnumSource
    void whereAProgramDarkensItByItselfAllCanBeRead(Specimen specimen) {
        window.shows(
                specimen.html().replaceAll("(?s)@media \\(prefers-color-scheme:dark\\).*?\\}\\s*\\}", ""),
                375,
                page -> {
                    var on = new JsonObject();
                    on.addProperty("enabled", true);
                    page.context().newCDPSession(page).send("Emulation.setAutoDarkModeOverride", on);

                    assertThat(Ink.unreadable(page)).isEmpty();
                    assertThat(Ink.ofThePage(page)).as("light of the page").isLessThan(0.1);
                });
    }
}
