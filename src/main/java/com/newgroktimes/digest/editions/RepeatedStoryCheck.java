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

    private final HeadlineTable headlines;

    RepeatedStoryCheck(HeadlineTable headlines) {
        this.headlines = headlines;
    }

    @Override
    public String rule() {
        return "repeated-story";
    }

    @Override
    public List<Finding> look(Edition edition) {
        Map<String, Integer> told = new HashMap<>();
        headlines
                .toldBeside(edition.number(), EDITIONS_BACK)
                .forEach(earlier -> told.putIfAbsent(key(earlier.headline()), earlier.edition()));
        return edition.stories().stream()
                .map(story -> story.content().headline())
                .flatMap(headline -> Stream.ofNullable(told.get(key(headline)))
                        .map(earlier -> Finding.look("told", headline, earlier)))
                .toList();
    }

    private static String key(String headline) {
        return headline.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
