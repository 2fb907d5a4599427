package com.newgroktimes.digest.stories.feeds;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Tag;

/** What looks like a tag where some write HTML and others text: {@code vector<int>} is no element of HTML, and was meant as it stands. */
final class TagLike {

    private static final Pattern BEGINNING =
            Pattern.compile("<(?:[!?]|/?([A-Za-z][A-Za-z0-9:]*+)(?=[\\s/>])[^<>]*+>)?");

    private TagLike() {}

    /** HTML in which only elements of HTML are tags. */
    static String asText(String html) {
        return BEGINNING.matcher(html).replaceAll(TagLike::replacement);
    }

    private static String replacement(MatchResult found) {
        String name = found.group(1);
        boolean isTag = name == null ? found.group().length() > 1 : isElement(name);
        return Matcher.quoteReplacement(
                isTag ? found.group() : "&lt;" + found.group().substring(1));
    }

    /** Names with a colon are those of office programs, and no words. */
    private static boolean isElement(String name) {
        return name.contains(":") || Tag.isKnownTag(name.toLowerCase(Locale.ROOT));
    }
}
