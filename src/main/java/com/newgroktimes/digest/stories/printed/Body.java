package com.newgroktimes.digest.stories.printed;

import java.util.ArrayList;
import java.util.List;

/** The paragraphs, and whose they are. */
record Body(List<String> paragraphs, Byline byline, List<Unread> unread) {

    /** @param sourcesFollow without sources the byline is the end of the story, and the sign-up block comes next */
    static Body of(List<String> lines, boolean sourcesFollow) {
        List<String> story = sourcesFollow ? lines : SignUp.cutFrom(lines);
        List<String> paragraphs = new ArrayList<>(story);
        int at = byline(paragraphs);
        if (at < 0) {
            return new Body(List.copyOf(paragraphs), Byline.NONE, List.of());
        }
        Byline byline = Byline.of(paragraphs.remove(at));
        List<String> below = sourcesFollow ? new ArrayList<>() : paragraphs.subList(at, paragraphs.size());
        List<Unread> unread =
                below.stream().map(line -> Unread.line("bodyHtml", line)).toList();
        below.clear();
        return new Body(List.copyOf(paragraphs), byline, unread);
    }

    /** The last line that begins like one; but a sentence, with more below it, is a paragraph. */
    private static int byline(List<String> paragraphs) {
        for (int i = paragraphs.size() - 1; i >= 0; i--) {
            String line = paragraphs.get(i);
            if (Byline.begins(line)) {
                return i == paragraphs.size() - 1 || Byline.isLikely(line) ? i : -1;
            }
        }
        return -1;
    }
}
