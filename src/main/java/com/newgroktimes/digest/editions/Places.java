package com.newgroktimes.digest.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.newgroktimes.digest.stories.StoryHead;

import static java.util.stream.Collectors.toMap;

/** Where stories stand once some of them were moved: these and those moved before keep their places, whatever comes to the edition. */
final class Places {

    private Places() {}

    /**
     * @param before all stories of the edition, in order
     * @param moved  to which position, from 1, by id; no two to the same
     */
    static Choices after(List<StoryHead> before, Map<Long, Integer> moved, Choices chosen) {
        var placed = new TreeMap<>(chosen.byStory());
        int position = 0;
        for (StoryHead story : order(before, moved)) {
            position++;
            if (moved.containsKey(story.id()) || chosen.keepsPlace(story.id())) {
                placed.put(story.id(), chosen.of(story.id()).at(position));
            }
        }
        return new Choices(placed);
    }

    private static List<StoryHead> order(List<StoryHead> before, Map<Long, Integer> moved) {
        Map<Long, StoryHead> byId = before.stream().collect(toMap(StoryHead::id, story -> story));
        var order = new ArrayList<>(
                before.stream().filter(story -> !moved.containsKey(story.id())).toList());
        moved.entrySet().stream()
                .filter(move -> byId.containsKey(move.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(move ->
                        StoryOrder.place(Objects.requireNonNull(byId.get(move.getKey())), move.getValue(), order));
        return order;
    }
}
