package com.newgroktimes.digest.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail as a program lays it out that does as browsers do. */
public final class MailWindow implements AutoCloseable {

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

    private static final List<Integer> WIDTHS = List.of(320, 375, 414, 700);

    private final Chromium chromium = new Chromium();

    /** By day, with the same picture in every place that has one. */
    public void shows(String html, int width, Consumer<Page> look) {
        try (BrowserContext context = opened(width)) {
            Page page = context.newPage();
            page.route("**/*", MailWindow::picture);
            page.setContent(html);
            look.accept(page);
        }
    }

    public BrowserContext opened(int width) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(ColorScheme.LIGHT));
    }

    public static void assertFitsEveryWidth(Page page) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            assertThat(faults(page)).as("at %d pixels", width).isEmpty();
        }
    }

    /** What is wrong with the layout, each in words. */
    public static List<?> faults(Page page) {
        return (List<?>) page.evaluate(PROBE);
    }

    /** As programs have it that drop the head of a mail. */
    public static String withoutHeadStyles(String html) {
        return html.replaceAll("(?s)<style.*?</style>", "");
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

    @Override
    public void close() {
        chromium.close();
    }
}
