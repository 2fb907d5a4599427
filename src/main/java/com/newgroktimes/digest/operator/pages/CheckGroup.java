package com.newgroktimes.digest.operator.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.EditionStory;

/** The checks of one level. Templates read it. */
public record CheckGroup(Level level, List<Check> rows) {

    /** What needs somebody comes first; levels that no check has are left out. */
    static List<CheckGroup> of(List<Check> checks) {
        return Stream.of(Level.STOPS, Level.LOOK, Level.UNCHECKED, Level.FINE)
                .map(level -> new CheckGroup(
                        level,
                        checks.stream().filter(check -> check.level() == level).toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    /** What one rule says of several stories is told together, at the place of the first of them. */
    public List<CheckBundle> bundles(List<EditionStory> stories) {
        Map<Object, CheckBundle> bundles = new LinkedHashMap<>();
        for (Check check : rows) {
            CheckBundle alone = CheckBundle.of(check, stories);
            bundles.merge(alone.kind(), alone, CheckBundle::with);
        }
        return List.copyOf(bundles.values());
    }
}
