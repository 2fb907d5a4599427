package com.newgroktimes.digest.rendering;

import java.util.Locale;

import ch.digitalfondue.mjml4j.Mjml4j;
import ch.digitalfondue.mjml4j.Mjml4j.Configuration;
import ch.digitalfondue.mjml4j.Mjml4j.TextDirection;

/** Turns MJML into the tables that every mail program understands. */
final class Mjml {

    private Mjml() {}

    static String toHtml(String file, String mjml, String lang, String dir) {
        var direction = TextDirection.valueOf(dir.toUpperCase(Locale.ROOT));
        String html = tables(file, mjml, new Configuration(lang, direction));
        // MJML fetches these from Google as soon as a style names one.
        if (html.contains("<link")) {
            throw Templates.broken(
                    file, 1, "A mail loads nothing from elsewhere, and this names a font that MJML would fetch.");
        }
        return HtmlSpace.strip(html);
    }

    private static String tables(String file, String mjml, Configuration configuration) {
        try {
            MjmlTags.check(file, mjml);
            return Mjml4j.render(mjml, configuration);
        } catch (StackOverflowError e) {
            throw Templates.broken(file, 1, "Its tags nest too deeply, or one of them is too long.");
        }
    }
}
