package com.newgroktimes.digest.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.newgroktimes.digest.stories.StoredStory;

/** Where stories stand once some of them were moved: these and those moved before keep their places, whatever comes to the edition. */
final class Places {

    private Places() {}

    /**
     * @param before all stories of the edition, in order
     * @param moved  to which position, from 1, by id; no two to the same
     */
    static Choices after(List<StoredStory> before, Map<Long, Integer> moved, Choices chosen) {
        Choices placed = chosen;
        List<StoredStory> order = order(before, moved);
        for (StoredStory story : order) {
            int position = order.indexOf(story) + 1;
            if (moved.containsKey(story.id()) || chosen.keepsPlace(story.id())) {
                placed = placed.with(story.id(), choice -> choice.at(position));
            }
        }
        return placed;
    }

    private static List<StoredStory> order(List<StoredStory> before, Map<Long, Integer> moved) {
        var order = new ArrayList<>(
                before.stream().filter(story -> !moved.containsKey(story.id())).toList());
        moved.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(move -> before.stream()
                        .filter(story -> story.id() == move.getKey())
                        .forEach(story -> StoryOrder.place(story, move.getValue(), order)));
        return order;
    }
}
