package com.newgroktimes.digest.editions.digest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.newgroktimes.digest.journeys.Chromium;
import com.newgroktimes.digest.testing.Axe;

import static org.assertj.core.api.Assertions.assertThat;

/** The digest as mail programs lay it out: on every width, by day and by night, and without what some of them drop. */
@Tag("browser")
class DigestInABrowserTest {

    /** Faults of a layout, each in words. */
    private static final String PROBE = """
            () => {
              const faults = [];
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth > width) faults.push('scrolls sideways');
              for (const tag of document.body.querySelectorAll('*')) {
                const box = tag.getBoundingClientRect();
                const style = getComputedStyle(tag);
                const says = [...tag.childNodes].some(node => node.nodeType === 3 && node.data.trim());
                if (!says || box.width === 0 || style.display === 'none') continue;
                if (parseFloat(style.fontSize) < 14) faults.push('is small: ' + tag.textContent.slice(0, 40));
                if (box.right > width + 0.5 || box.left < -0.5) faults.push('sticks out: ' + tag.textContent.slice(0, 40));
              }
              const boxes = [...document.querySelectorAll('td.msm, td.x')];
              const widths = new Set(boxes.map(box => Math.round(box.getBoundingClientRect().width)));
              if (widths.size > 1) faults.push('boxes of widths ' + [...widths].join(', '));
              for (const box of boxes) {
                const style = getComputedStyle(box);
                const rtl = style.textAlign === 'right';
                const bar = rtl ? style.borderRightWidth : style.borderLeftWidth;
                const none = rtl ? style.borderLeftWidth : style.borderRightWidth;
                if (bar !== '4px' || none !== '0px') faults.push('bar of ' + bar + ', and ' + none + ' across');
              }
              return faults;
            }
            """;

    private static final String LEFT_TO_RIGHT_BOXES =
            "() => [...document.querySelectorAll('td.msm')].map(box => getComputedStyle(box).textAlign)";

    private static final String PICTURES_WITHOUT_A_WORD = """
            () => [...document.images].filter(picture => {
              const box = picture.getBoundingClientRect();
              return picture.naturalWidth > 0 || picture.alt === '' || box.width < 200 || box.height < 18;
            }).map(picture => picture.alt)
            """;

    private static final String WIDTHS_OF_TABLES =
            "() => [...document.querySelectorAll('table[width=\"600\"]')].map(table => table.getBoundingClientRect().width)";

    private static Chromium chromium;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsKeptFromReadingIt(Specimen specimen) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            shown(
                    specimen.html(),
                    375,
                    scheme,
                    page -> assertThat(Axe.seriousFaults(page))
                            .as(scheme.name())
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void itFitsEveryScreen(Specimen specimen) {
        for (int width : List.of(320, 375, 414, 700)) {
            shown(
                    specimen.html(),
                    width,
                    ColorScheme.LIGHT,
                    page -> assertThat((List<?>) page.evaluate(PROBE))
                            .as("at %d pixels", width)
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void itReadsWellWithoutTheStylesInItsHead(Specimen specimen) {
        shown(
                withoutHeadStyles(specimen.html()),
                375,
                ColorScheme.LIGHT,
                page -> assertThat((List<?>) page.evaluate(PROBE)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"ARABIC", "RIGHT_TO_LEFT"})
    void theBarIsWhereTheLinesBegin(Specimen specimen) {
        shown(
                specimen.html(),
                375,
                ColorScheme.LIGHT,
                page -> assertThat(((List<?>) page.evaluate(LEFT_TO_RIGHT_BOXES)).get(0))
                        .isEqualTo("right"));
    }

    @ParameterizedTest
    @EnumSource(names = {"EIGHT_STORIES", "ARABIC", "A_WORD_OF_80_CHARACTERS"})
    void whereAPictureIsNotShownItsDescriptionIs(Specimen specimen) {
        try (BrowserContext context = reader(375, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.route("**/*", Route::abort);
            page.setContent(specimen.html());

            assertThat(page.locator("img").count()).isPositive();
            assertThat((List<?>) page.evaluate(PICTURES_WITHOUT_A_WORD)).isEmpty();
            assertThat((List<?>) page.evaluate(PROBE)).isEmpty();
        }
    }

    /** Word reads what stands in its conditional comments, knows no largest width, and drops most of the head. */
    @ParameterizedTest
    @EnumSource
    void inWordItIs600PixelsWide(Specimen specimen) {
        String asWordReadsIt = withoutHeadStyles(specimen.html())
                .replaceAll("(?s)<!--\\[if !mso]><!-->.*?<!--<!\\[endif]-->", "")
                .replaceAll("<!--\\[if [^\\]]*]>|<!\\[endif]-->", "")
                .replaceAll("max-width:\\d+px;?", "");

        shown(asWordReadsIt, 700, ColorScheme.LIGHT, page -> {
            assertThat((List<?>) page.evaluate(PROBE)).isEmpty();
            assertThat(((List<?>) page.evaluate(WIDTHS_OF_TABLES)).stream().map(width -> ((Number) width).intValue()))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .containsOnly(600);
        });
    }

    /** A stand-in for programs that repaint mails by rules of their own. */
    @ParameterizedTest
    @EnumSource
    void whereAProgramDarkensItByItselfAllCanBeRead(Specimen specimen) {
        shown(
                specimen.html().replaceAll("(?s)@media \\(prefers-color-scheme:dark\\).*?\\}\\s*\\}", ""),
                375,
                ColorScheme.LIGHT,
                page -> {
                    var on = new JsonObject();
                    on.addProperty("enabled", true);
                    page.context().newCDPSession(page).send("Emulation.setAutoDarkModeOverride", on);

                    assertThat(Ink.unreadable(page)).isEmpty();
                    assertThat(Ink.ofThePage(page)).as("light of the page").isLessThan(0.1);
                });
    }

    private static void shown(String html, int width, ColorScheme scheme, Consumer<Page> look) {
        try (BrowserContext context = reader(width, scheme)) {
            Page page = context.newPage();
            page.route("**/*", DigestInABrowserTest::picture);
            page.setContent(html);
            look.accept(page);
        }
    }

    private static BrowserContext reader(int width, ColorScheme scheme) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme));
    }

    private static void picture(Route route) {
        try {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("image/jpeg")
                    .setBodyBytes(Files.readAllBytes(Path.of("samples/stories/pictures/moth-count.jpg"))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String withoutHeadStyles(String html) {
        return html.replaceAll("(?s)<style.*?</style>", "");
    }
}
