package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** axe-core, which finds what keeps people from reading a page. The page needs script. */
public final class Axe {

    private static final String SCRIPT = script();

    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String SERIOUS = """
            async rules => {
              const found = await axe.run(document, {resultTypes: ['violations'], runOnly: rules});
              return found.violations
                .filter(rule => ['serious', 'critical'].includes(rule.impact))
                .map(rule => rule.id + ': ' + rule.nodes.slice(0, 3)
                  .map(node => node.html.slice(0, 160) + ' ' + node.failureSummary).join(' | '));
            }
            """;

    private Axe() {}

    /** What is serious or worse, in words. */
    public static List<String> seriousFaults(Page page) {
        page.evaluate(SCRIPT);
        return faults(page, ALL);
    }

    /** What is serious by day, and what is by night, when a page has other colours and nothing else is another. Leaves it by day. */
    public static List<String> seriousFaultsByDayAndNight(Page page) {
        List<String> byDay = seriousFaults(page);
        wears(page, ColorScheme.DARK);
        List<String> byNight = faults(page, OF_COLOURS);
        wears(page, ColorScheme.LIGHT);
        return Stream.concat(byDay.stream(), byNight.stream().map(fault -> "by night: " + fault))
                .toList();
    }

    private static void wears(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat((Boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
                .isEqualTo(scheme == ColorScheme.DARK);
    }

    @SuppressWarnings("unchecked")
    private static List<String> faults(Page page, List<String> rules) {
        return (List<String>) page.evaluate(SERIOUS, rules);
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script, "axe-core is here in profile \"browser\" alone")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
