package com.newgroktimes.digest.editions.digest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.newgroktimes.digest.editions.EditionStory;

/** The line that inboxes show beside the subject: what the subject does not say. */
public final class Preheader {

    private static final int MOST = 110;
    private static final int LEAST = 80;

    private Preheader() {}

    /** @param stories in their order, at least one */
    public static String of(List<EditionStory> stories) {
        String line = "";
        for (String telling : tellings(stories)) {
            line = Headlines.length(line) < LEAST ? Headlines.join(line, telling) : line;
        }
        return Headlines.shorten(line, MOST);
    }

    /** The headlines that the subject leaves out and, for where they are few, what happened in short. */
    private static List<String> tellings(List<EditionStory> stories) {
        List<String> headlines = Subject.headlines(stories);
        List<String> named = Subject.named(headlines);
        Stream<String> others = headlines.stream().filter(headline -> !named.contains(headline));
        Stream<String> inShort = stories.stream()
                .map(story -> Headlines.oneLine(story.content().tldr()))
                .filter(Objects::nonNull);
        String subject = Subject.of(stories);
        return Stream.concat(others, inShort)
                .filter(telling -> !telling.contains(subject))
                .toList();
    }
}
