package com.newgroktimes.digest.editions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.StoryHead;

import static java.util.stream.Collectors.toMap;

/**
 * The order of an edition: section by section, in each those told at length and then the newest first. The very first is the lead.
 * What an editor gave a place of its own stands there, and the others flow around it.
 */
final class StoryOrder {

    private static final Comparator<StoryHead> NEWEST_FIRST =
            Comparator.comparing(StoryHead::moment).reversed().thenComparing(StoryHead::id);

    private final List<String> sections;

    /** @param sections in their order; those that are not among them follow, the ones with most stories first */
    StoryOrder(List<String> sections) {
        this.sections = sections;
    }

    List<PlacedStory> arrange(List<StoryHead> stories, Choices choices) {
        var arranged = new ArrayList<PlacedStory>();
        for (StoryHead story : inOrder(stories, choices)) {
            arranged.add(PlacedStory.at(arranged.size() + 1, story.id(), choices));
        }
        return arranged;
    }

    /** Those that were left out, as they would be told. */
    static List<PlacedStory> aside(List<StoryHead> stories, Choices choices) {
        return stories.stream()
                .map(story -> PlacedStory.at(0, story.id(), choices))
                .toList();
    }

    List<StoryHead> inOrder(List<StoryHead> stories, Choices choices) {
        var inOrder = new ArrayList<>(stories.stream()
                .filter(story -> !choices.keepsPlace(story.id()))
                .sorted(byRule(stories, choices))
                .toList());
        Map<Long, StoryHead> byId = stories.stream().collect(toMap(StoryHead::id, story -> story));
        for (Choice choice : choices.placed()) {
            StoryHead story = byId.get(choice.story());
            if (story != null) {
                place(story, choice.position(), inOrder);
            }
        }
        return inOrder;
    }

    /** @param position from 1; beyond the end is the end */
    static void place(StoryHead story, @Nullable Integer position, List<StoryHead> inOrder) {
        int index = position == null ? inOrder.size() : position - 1;
        inOrder.add(Math.min(index, inOrder.size()), story);
    }

    private Comparator<StoryHead> byRule(List<StoryHead> stories, Choices choices) {
        Map<String, Integer> ranks = ranks(stories);
        return Comparator.<StoryHead>comparingInt(story -> ranks.getOrDefault(section(story), Integer.MAX_VALUE))
                .thenComparing(
                        story -> !Boolean.TRUE.equals(choices.of(story.id()).isLong()))
                .thenComparing(NEWEST_FIRST);
    }

    private Map<String, Integer> ranks(List<StoryHead> stories) {
        var counts = new HashMap<String, Integer>();
        stories.forEach(story -> counts.merge(section(story), 1, Integer::sum));
        var order = new ArrayList<>(sections);
        stories.stream()
                .sorted(Comparator.<StoryHead>comparingInt(story -> -counts.getOrDefault(section(story), 0))
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

    private static String section(StoryHead story) {
        String section = story.section();
        return section == null ? "" : section;
    }
}
