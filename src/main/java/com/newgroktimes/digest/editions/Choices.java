package com.newgroktimes.digest.editions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What editors chose of an edition's stories. Everything else goes by rule. */
record Choices(Map<Long, Choice> byStory) {

    static final Choices NONE = new Choices(Map.of());

    Choice of(long story) {
        return byStory.getOrDefault(story, Choice.none(story));
    }

    boolean keepsPlace(long story) {
        return of(story).position() != null;
    }

    /** Those that have a place of their own, in the order of their places. */
    List<Choice> placed() {
        return byStory.values().stream()
                .filter(choice -> choice.position() != null)
                .sorted(Comparator.comparing(Choice::position).thenComparing(Choice::story))
                .toList();
    }

    Stream<Long> putIn() {
        return byStory.values().stream().filter(Choice::isPutIn).map(Choice::story);
    }

    Choices with(long story, UnaryOperator<Choice> change) {
        var changed = new TreeMap<>(byStory);
        changed.put(story, change.apply(of(story)));
        return new Choices(changed);
    }
}
