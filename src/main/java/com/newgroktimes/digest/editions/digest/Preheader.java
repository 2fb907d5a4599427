package com.newgroktimes.digest.editions.digest;

import java.util.List;

import com.newgroktimes.digest.editions.EditionStory;

/** The line that inboxes show beside the subject: stories that the subject does not name. */
public final class Preheader {

    private static final int MOST = 110;
    private static final int LEAST = 80;

    private Preheader() {}

    /** @param stories in their order, at least one */
    public static String of(List<EditionStory> stories) {
        String subject = Subject.of(stories);
        var line = new StringBuilder();
        for (String headline : Subject.headlines(stories).subList(1, stories.size())) {
            if (Headlines.length(line.toString()) < LEAST && !subject.contains(headline)) {
                line.append(line.isEmpty() ? "" : "; ").append(headline);
            }
        }
        return Headlines.shorten(line.isEmpty() ? leadInShort(stories) : line.toString(), MOST);
    }

    private static String leadInShort(List<EditionStory> stories) {
        String tldr = Headlines.oneLine(stories.get(0).content().tldr());
        return tldr == null ? "" : tldr;
    }
}
