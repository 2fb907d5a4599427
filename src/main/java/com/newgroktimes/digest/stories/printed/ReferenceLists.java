package com.newgroktimes.digest.stories.printed;

import java.util.List;

/**
 * The lists of sources at the end of an article, and the lines before them. The sign-up block behind them is left out.
 *
 * @param areFound whether there is anything of them, be it a heading
 */
record ReferenceLists(
        List<String> before,
        boolean areFound,
        List<Reference> newsSources,
        List<Reference> xPosts,
        List<Unread> unread) {

    static ReferenceLists in(List<String> lines) {
        int start = start(lines);
        ReferenceReader reader = new ReferenceReader(lines.subList(start, lines.size()));
        reader.read();
        return new ReferenceLists(
                lines.subList(0, start), start < lines.size(), reader.newsSources(), reader.xPosts(), reader.unread());
    }

    /** The first heading, or the first line of a list above it that lost its own. */
    private static int start(List<String> lines) {
        int start = firstHeading(lines);
        if (start == lines.size()) {
            start = endOfLastList(lines);
        }
        while (start > 0 && NumberedLine.isWhole(lines.get(start - 1))) {
            start--;
        }
        return start;
    }

    private static int firstHeading(List<String> lines) {
        int i = 0;
        while (i < lines.size() && Heading.of(lines.get(i)) == null) {
            i++;
        }
        return i;
    }

    /** Behind the last line that could be one of a list; the end of all lines where there is none. */
    private static int endOfLastList(List<String> lines) {
        for (int end = lines.size(); end > 0; end--) {
            if (NumberedLine.isWhole(lines.get(end - 1))) {
                return end;
            }
        }
        return lines.size();
    }
}
