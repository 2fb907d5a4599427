package com.newgroktimes.digest.operator.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.operator.SoughtStories;

/**
 * One page of those stories of a week that are sought. Templates read it.
 *
 * @param found    how many there are on all pages
 * @param next     the last story of this page, after which the next one begins; null where there is none
 * @param counts   all of the week, by the name of where they stand
 * @param sections all that the week's stories have
 */
public record StoryList(
        SoughtStories sought,
        List<StoryLine> lines,
        int found,
        @Nullable Long next,
        Map<String, Integer> counts,
        List<String> sections) {

    private static final int LINES = 100;

    /** @param after the story that the page before ended with */
    static StoryList of(List<StoryLine> week, SoughtStories sought, @Nullable Long after) {
        List<StoryLine> found = week.stream()
                .filter(line -> sought.matches(line.story(), line.placement()))
                .toList();
        List<StoryLine> rest = found.subList(indexAfter(after, found), found.size());
        List<StoryLine> lines = rest.subList(0, Math.min(LINES, rest.size()));
        Long next = rest.size() > LINES ? lines.get(LINES - 1).story().id() : null;
        return new StoryList(sought, lines, found.size(), next, counts(week), sections(week));
    }

    /** At the beginning where that story is no longer among them. */
    private static int indexAfter(@Nullable Long after, List<StoryLine> lines) {
        return lines.stream().map(line -> line.story().id()).toList().indexOf(after) + 1;
    }

    private static Map<String, Integer> counts(List<StoryLine> week) {
        var counts = new LinkedHashMap<String, Integer>();
        week.stream()
                .map(line -> line.placement().status())
                .sorted()
                .forEach(status -> counts.merge(status.name(), 1, Integer::sum));
        return counts;
    }

    private static List<String> sections(List<StoryLine> week) {
        return week.stream()
                .map(line -> line.story().section())
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted()
                .toList();
    }
}
