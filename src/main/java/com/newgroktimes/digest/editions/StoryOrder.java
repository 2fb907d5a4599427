package com.newgroktimes.digest.editions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.newgroktimes.digest.stories.StoredStory;

/** The order that an edition begins with: section by section, and in each the newest first. The very first is the lead. */
final class StoryOrder {

    private static final Comparator<StoredStory> NEWEST_FIRST =
            Comparator.comparing(StoredStory::moment).reversed().thenComparing(StoredStory::id);

    private final List<String> sections;

    /** @param sections in their order; those that are not among them follow, the ones with most stories first */
    StoryOrder(List<String> sections) {
        this.sections = sections;
    }

    List<EditionStory> arrange(List<StoredStory> stories) {
        Map<String, Integer> ranks = ranks(stories);
        List<StoredStory> inOrder = stories.stream()
                .sorted(Comparator.<StoredStory>comparingInt(
                                story -> ranks.getOrDefault(section(story), Integer.MAX_VALUE))
                        .thenComparing(NEWEST_FIRST))
                .toList();
        var arranged = new ArrayList<EditionStory>();
        for (StoredStory story : inOrder) {
            int position = arranged.size() + 1;
            arranged.add(new EditionStory(story.id(), position, position == 1, story.story(), story.picture()));
        }
        return arranged;
    }

    private Map<String, Integer> ranks(List<StoredStory> stories) {
        var counts = new HashMap<String, Integer>();
        stories.forEach(story -> counts.merge(section(story), 1, Integer::sum));
        var order = new ArrayList<>(sections);
        stories.stream()
                .sorted(Comparator.<StoredStory>comparingInt(story -> -counts.getOrDefault(section(story), 0))
                        .thenComparing(NEWEST_FIRST))
                .map(StoryOrder::section)
                .filter(section -> !order.contains(section))
                .distinct()
                .forEach(order::add);
        // Stories without a section stand last.
        if (order.remove("")) {
            order.add("");
        }
        var ranks = new HashMap<String, Integer>();
        order.forEach(section -> ranks.put(section, ranks.size()));
        return ranks;
    }

    private static String section(StoredStory story) {
        String section = story.story().section();
        return section == null ? "" : section;
    }
}
