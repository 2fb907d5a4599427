package com.newgroktimes.digest.rendering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The HTML of single mails, which differ in a few links and a moment alone: made once, with marks in the place of those, and filled in
 * for each. Making it takes twenty times as long as all else that a mail needs, and a flood of sign-ups would pay that again and again.
 */
final class KnownTables {

    private static final int MOST_KNOWN = 100;
    private static final String MARK = "zqk%dqz";
    private static final String MARKS_BEGIN = "zqk";

    /** What these are inside would read otherwise to whatever reads tags. */
    private static final String MEANS_SOMETHING = "<>&\"'\n\r\t";

    private static final int LONG_ENOUGH = 8;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** @param values what the templates were given, each of which may stand anywhere in the mail, or nowhere */
    String html(String file, String mjml, List<String> values, String lang, String dir) {
        if (mjml.contains(MARKS_BEGIN)) {
            return Mjml.toHtml(file, mjml, lang, dir);
        }
        List<String> marked = longestFirst(values);
        String withMarks = mjml;
        for (int i = 0; i < marked.size(); i++) {
            withMarks = withMarks.replace(marked.get(i), MARK.formatted(i));
        }
        String html = made(file, withMarks, lang, dir);
        for (int i = 0; i < marked.size(); i++) {
            html = html.replace(MARK.formatted(i), marked.get(i));
        }
        return html;
    }

    private String made(String file, String mjml, String lang, String dir) {
        String all = String.join("\n", lang, dir, file, mjml);
        String before = known.get(all);
        if (before != null) {
            return before;
        }
        String html = Mjml.toHtml(file, mjml, lang, dir);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(all, html);
        return html;
    }

    /** One may be the beginning of another. */
    private static List<String> longestFirst(List<String> values) {
        var harmless = new ArrayList<>(
                values.stream().distinct().filter(KnownTables::isHarmless).toList());
        harmless.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return harmless;
    }

    private static boolean isHarmless(String value) {
        return value.length() >= LONG_ENOUGH
                && value.equals(value.strip())
                && !value.contains("  ")
                && value.chars().noneMatch(c -> MEANS_SOMETHING.indexOf(c) >= 0);
    }

    int count() {
        return known.size();
    }
}
