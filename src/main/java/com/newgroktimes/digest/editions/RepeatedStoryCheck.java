package com.newgroktimes.digest.editions;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** A story is told once: one that readers had in one of the last editions, at another address, is named. */
@Component
class RepeatedStoryCheck implements SendCheck {

    private static final int EDITIONS_BACK = 4;

    private final EditionTable editions;
    private final Archive archive;

    RepeatedStoryCheck(EditionTable editions, Archive archive) {
        this.editions = editions;
        this.archive = archive;
    }

    @Override
    public String rule() {
        return "repeated-story";
    }

    @Override
    public List<Finding> look(Edition edition) {
        Map<String, Integer> told = new HashMap<>();
        editions.sentNumbers().stream()
                .filter(earlier -> earlier != edition.number())
                .limit(EDITIONS_BACK)
                .flatMap(earlier -> archive.find(earlier).stream())
                .forEach(earlier -> earlier.stories().forEach(story -> told.putIfAbsent(key(story), earlier.number())));
        return edition.stories().stream()
                .flatMap(story -> Stream.ofNullable(told.get(key(story)))
                        .map(earlier -> Finding.look("told", story.content().headline(), earlier)))
                .toList();
    }

    private static String key(EditionStory story) {
        return story.content().headline().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
