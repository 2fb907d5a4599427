package com.newgroktimes.digest.editions.digest;

import java.util.List;

import com.newgroktimes.digest.editions.EditionStory;

/** The subject that an edition begins with: its lead story and, where there is room, a second one. */
public final class Subject {

    private static final int MOST = 60;
    private static final int LEAST = 35;

    private Subject() {}

    /** @param stories in their order, at least one */
    public static String of(List<EditionStory> stories) {
        List<String> headlines = headlines(stories);
        String lead = Headlines.shorten(headlines.get(0), MOST);
        for (String second : headlines.subList(1, headlines.size())) {
            String both = lead + "; " + second;
            if (Headlines.length(both) <= MOST && !asksTwice(both)) {
                return both;
            }
        }
        boolean tooShort = Headlines.length(lead) < LEAST && headlines.size() > 1;
        return tooShort ? Headlines.shorten(lead + "; " + headlines.get(1), MOST) : lead;
    }

    static List<String> headlines(List<EditionStory> stories) {
        return stories.stream()
                .map(story -> String.valueOf(Headlines.oneLine(story.content().headline())))
                .toList();
    }

    private static boolean asksTwice(String subject) {
        return subject.indexOf('?') != subject.lastIndexOf('?');
    }
}
