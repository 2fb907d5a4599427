package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.microsoft.playwright.Page;

/** axe-core, which finds what keeps people from reading a page. The page needs script. */
public final class Axe {

    private static final String SCRIPT = script();

    private static final String SERIOUS = """
            async () => {
              const found = await axe.run(document, {
                resultTypes: ['violations'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              });
              return found.violations
                .filter(rule => ['serious', 'critical'].includes(rule.impact))
                .map(rule => rule.id + ': ' + rule.nodes.slice(0, 3)
                  .map(node => node.html.slice(0, 160) + ' ' + node.failureSummary).join(' | '));
            }
            """;

    private Axe() {}

    /** What is serious or worse, in words. */
    @SuppressWarnings("unchecked")
    public static List<String> seriousFaults(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(SERIOUS);
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
