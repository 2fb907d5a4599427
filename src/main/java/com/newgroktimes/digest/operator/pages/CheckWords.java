package com.newgroktimes.digest.operator.pages;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.rendering.Words;

/** What checks found, in the language of the page. Templates call it. */
@Component
public final class CheckWords {

    private final Words words;

    CheckWords(Words words) {
        this.words = words;
    }

    /** False for a row that was kept by an earlier release, or is of a rule that there is no more: it has its own sentence alone. */
    public boolean speaks(Check check) {
        return words.has(key(check));
    }

    public String of(Check check) {
        return words.text(
                key(check),
                LocaleContextHolder.getLocale(),
                check.finding().args().toArray());
    }

    /** What several rows of one rule say, in one sentence. */
    public String of(CheckBundle bundle) {
        String together = "console.checks.together." + key(bundle.first()).substring("check.".length());
        int rows = bundle.lines().size();
        return words.has(together)
                ? words.text(together, LocaleContextHolder.getLocale(), rows)
                : words.text("console.checks.together", LocaleContextHolder.getLocale(), of(bundle.first()), rows - 1);
    }

    private static String key(Check check) {
        return check.finding().key(check.rule());
    }
}
