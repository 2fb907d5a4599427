package com.newgroktimes.digest.stories.printed;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the site prints around its articles: lines of these are no part of a story.
 *
 * @param sections those that are known; articles may have others
 */
public record Masthead(String name, String tagline, List<String> sections) {

    private static final Pattern CREDIT_WORD = Pattern.compile(
            "^(?:(?:credit|photo|picture|image|illustration|graphic)s?(?: by)?[:\\s]|©)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE = Pattern.compile("^the ");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    boolean isName(String line) {
        return folded(line).equals(folded(name));
    }

    /** The name, with or without a word that says that it is a credit. */
    boolean isCredit(String line) {
        return isName(line) || isName(CREDIT_WORD.matcher(line).replaceFirst(""));
    }

    boolean isTagline(String line) {
        return folded(line).equals(folded(tagline));
    }

    /** How many of these lines, from the first, are name and tagline. */
    int linesOn(List<String> lines) {
        int below = !lines.isEmpty() && isName(lines.get(0)) ? 1 : 0;
        return below < lines.size() && isTagline(lines.get(below)) ? below + 1 : below;
    }

    /**
     * A publication of another name is known by our tagline below that name, by the credit that repeats it, and by the lines that it
     * is too many.
     *
     * @param head the first lines of an article
     * @param most how many there are where neither name nor tagline is printed, and a line of something else
     * @throws OtherMasthead where that is so
     */
    void refuseAnother(List<String> head, int most) {
        if (head.size() < 2 || linesOn(head) > 0 || head.stream().anyMatch(this::isCredit)) {
            return;
        }
        String first = head.get(0);
        boolean isRepeated = head.stream().skip(1).anyMatch(line -> folded(line).equals(folded(first)));
        if (isTagline(head.get(1)) || isRepeated || (head.size() > most && !isSection(first))) {
            throw new OtherMasthead(name, first);
        }
    }

    boolean isSection(String line) {
        return sections.stream().anyMatch(section -> folded(section).equals(folded(line)));
    }

    /** Without "The", case and all but letters and digits. */
    private static String folded(String line) {
        String words =
                SIGNS.matcher(line.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return ARTICLE.matcher(words).replaceFirst("");
    }
}
