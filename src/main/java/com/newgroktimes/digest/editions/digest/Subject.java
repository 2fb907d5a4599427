package com.newgroktimes.digest.editions.digest;

import java.util.List;

import com.newgroktimes.digest.editions.EditionStory;

/** The subject that an edition begins with: its lead story and, where there is room, a second one. */
public final class Subject {

    private static final int MOST = 60;
    private static final int LEAST = 35;
    /** A subject names what an edition begins with, and not whatever has a short headline. */
    private static final int NEXT = 3;

    private Subject() {}

    /** @param stories in their order, at least one */
    public static String of(List<EditionStory> stories) {
        List<String> named = named(headlines(stories));
        String lead = Headlines.shorten(named.get(0), MOST);
        return named.size() == 1 ? lead : Headlines.shorten(Headlines.join(lead, named.get(1)), MOST);
    }

    /** The headlines that the subject is made of: one or two of these. */
    static List<String> named(List<String> headlines) {
        String lead = Headlines.shorten(headlines.get(0), MOST);
        List<String> seconds = headlines.stream()
                .skip(1)
                .limit(NEXT)
                .filter(second -> !asksTwice(Headlines.join(lead, second)))
                .toList();
        boolean needsOne = Headlines.length(lead) < LEAST;
        return seconds.stream()
                .filter(second -> Headlines.length(Headlines.join(lead, second)) <= MOST)
                .findFirst()
                .or(() -> seconds.stream().filter(second -> needsOne).findFirst())
                .map(second -> List.of(headlines.get(0), second))
                .orElse(List.of(headlines.get(0)));
    }

    static List<String> headlines(List<EditionStory> stories) {
        return stories.stream()
                .map(story -> Headlines.line(story.content().headline()))
                .toList();
    }

    private static boolean asksTwice(String subject) {
        return subject.indexOf('?') != subject.lastIndexOf('?');
    }
}
