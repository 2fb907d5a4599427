package com.newgroktimes.digest.stories.dates;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a written moment has not been understood yet. */
final class Rest {

    /** A day of the week, which may be wrong (the date counts), and small words around dates and times. */
    private static final Pattern WORTHLESS =
            Pattern.compile("^[\\s,.;|·•-]*(?:[\\p{L}\\p{M}.'’-]+[\\s,.:]*){0,2}[\\s,.;|·•-]*$");

    private String text;

    Rest(String text) {
        this.text = text;
    }

    /** Takes the first match out. */
    Optional<MatchResult> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        MatchResult found = matcher.toMatchResult();
        text = text.substring(0, matcher.start()) + " | " + text.substring(matcher.end());
        return Optional.of(found);
    }

    String text() {
        return text;
    }

    boolean holdsNothingElse() {
        return text.chars().noneMatch(Character::isDigit)
                && WORTHLESS.matcher(text.replace('|', ' ')).matches();
    }
}
