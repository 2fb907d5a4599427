package com.newgroktimes.digest.testing;

import java.util.List;

import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** How a page fits the screens that it is read on: phones and desks, fingers and eyes. */
public final class Fit {

    private static final List<Integer> WIDTHS = List.of(320, 375, 768, 1280);

    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('footer a, button, nav a, input:not([type=hidden]):not(.trap input)')]
              .map(part => [part, part.getBoundingClientRect()])
              .filter(([part, box]) => box.width > 0 && (box.height < 24 || box.width < 24))
              .map(([part, box]) => part.outerHTML.slice(0, 80) + ' ' + box.width + ' by ' + box.height)
            """;

    private Fit() {}

    /** Nowhere does it scroll sideways or have a target smaller than 24 pixels; it has one heading, and is in this language. */
    @SuppressWarnings("unchecked")
    public static void assertFits(Page page, String state, String language) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as("width of " + state + " at " + width)
                    .isLessThanOrEqualTo(width);
            assertThat((List<String>) page.evaluate(TOO_SMALL))
                    .as(state + " at " + width)
                    .isEmpty();
        }
        assertThat(page.locator("h1").count()).as(state).isEqualTo(1);
        assertThat(page.getAttribute("html", "lang")).as(state).isEqualTo(language);
    }
}
