package com.newgroktimes.digest.stories.documents;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Who wrote something, out of what feeds and pages say of them. A mail address is nobody's byline. */
public final class PersonName {

    /** What is longer is no name with an address, and would take long to be found none. */
    private static final int LONGEST = 300;

    private static final Pattern IN_BRACKETS = Pattern.compile("[^\\s@]+@[^\\s@(]+\\s*\\((.+)\\)");
    private static final Pattern BEFORE_AN_ADDRESS =
            Pattern.compile("[\"']?(.*?)[\"']?\\s*[<(]\\s*(?:mailto:)?[^\\s@<(]+@[^\\s@]+?\\s*[>)]");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:mailto:)?\\S+@[^\\s@]+\\.[^\\s@]+|https?://\\S+");
    private static final Pattern BY = Pattern.compile("(?i)^by[\\s:]+(?=\\S)");

    private static final Pattern QUOTED = Pattern.compile("^[\"“„]([^\"“”„]+)[\"”“]$");

    /** Whom programs name for an author until somebody says who it is. */
    private static final Pattern NOBODY = Pattern.compile("(?i)admin(?:istrator)?|webmaster|root");

    private PersonName() {}

    public static Optional<String> in(@Nullable String told) {
        String text = told == null ? "" : told.strip().replaceAll("\\s+", " ");
        if (text.length() > LONGEST) {
            return Optional.of(text);
        }
        Matcher bracketed = IN_BRACKETS.matcher(text);
        Matcher before = BEFORE_AN_ADDRESS.matcher(text);
        String name = bracketed.matches() ? bracketed.group(1) : before.matches() ? before.group(1) : text;
        String bare =
                BY.matcher(QUOTED.matcher(name.strip()).replaceFirst("$1")).replaceFirst("");
        return bare.isBlank()
                        || NOBODY.matcher(bare).matches()
                        || ADDRESS.matcher(bare).matches()
                ? Optional.empty()
                : Optional.of(bare);
    }
}
