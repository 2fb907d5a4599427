package com.newgroktimes.digest.stories.printed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A part that is announced by a word of its own, in the order in which they are printed. */
enum Label {
    TLDR("tldr", "TL\\s?;?\\s?DR", "TL;DR\\s+(\\S.*)"),
    MSM_PERSPECTIVE("msmPerspective", "(?:the\\s+)?MSM\\s+Perspective", "$^"),
    X_PERSPECTIVE("xPerspective", "(?:the\\s+)?X\\s+Perspective", "$^");

    private final String field;

    /** From the surest to the least sure: a headline may begin with the same word. */
    private final List<Pattern> forms;

    Label(String field, String word, String loosely) {
        this.field = field;
        this.forms =
                List.of(pattern(word + "\\s*[:：.–—-]*()"), pattern(word + "\\s*[:：–—-]+\\s*(\\S.*)"), pattern(loosely));
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** @param text what stands behind the label on its own line */
    record Found(Label label, int line, @Nullable String text) {}

    String field() {
        return field;
    }

    Optional<Found> findIn(List<String> lines, int from) {
        for (Pattern form : forms) {
            for (int i = from; i < lines.size(); i++) {
                Matcher label = form.matcher(lines.get(i));
                if (label.matches()) {
                    return Optional.of(new Found(this, i, label.group(1).isEmpty() ? null : label.group(1)));
                }
            }
        }
        return Optional.empty();
    }
}
