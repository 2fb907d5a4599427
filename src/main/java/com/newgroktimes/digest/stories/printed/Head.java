package com.newgroktimes.digest.stories.printed;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What stands above the labelled texts: section, headline and the description of the picture, between masthead and credit.
 *
 * @param unread lines that are none of these
 * @param lines  how many lines it takes
 */
record Head(
        @Nullable String section,
        @Nullable String headline,
        @Nullable String alt,
        List<String> unread,
        int lines) {

    /** A tagline of other words than ours, section, headline, alt and credit. */
    private static final int MOST_LINES = 5;

    /** Section, headline, alt, and one that is none of these. */
    private static final int MOST_WITHOUT_MASTHEAD = 4;

    /**
     * All these lines are head.
     *
     * @throws OtherMasthead where they begin with the name of another publication
     */
    static Head of(List<String> lines, Masthead masthead) {
        masthead.refuseAnother(lines, MOST_WITHOUT_MASTHEAD);
        return new HeadReader(lines, masthead).read();
    }

    /** The head ends somewhere in these lines: with the credit or, without one, with the headline. */
    static Head atTheTopOf(List<String> lines, Masthead masthead) {
        masthead.refuseAnother(lines.subList(0, Math.min(lines.size(), MOST_LINES + 1)), lines.size());
        int top = masthead.linesOn(lines);
        for (int i = top; i < Math.min(lines.size(), top + MOST_LINES); i++) {
            if (masthead.isCredit(lines.get(i))) {
                return of(lines.subList(0, i + 1), masthead);
            }
        }
        boolean hasSection = top + 1 < lines.size()
                ? SectionName.isLikelyAbove(lines.get(top + 1), lines.get(top), masthead)
                : top < lines.size() && SectionName.isLikely(lines.get(top), masthead);
        return of(lines.subList(0, Math.min(endOfBody(lines), top + (hasSection ? 2 : 1))), masthead);
    }

    private static int endOfBody(List<String> lines) {
        int last = lines.size() - 1;
        return last >= 0 && Byline.begins(lines.get(last)) ? last : lines.size();
    }
}
