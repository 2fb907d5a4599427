package com.newgroktimes.digest.editions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Story;

import static java.util.stream.Collectors.toMap;

/**
 * The order of an edition: section by section, in each those told at length and then the newest first. The very first is the lead.
 * What an editor gave a place of its own stands there, and the others flow around it.
 */
final class StoryOrder {

    private static final Comparator<StoredStory> NEWEST_FIRST =
            Comparator.comparing(StoredStory::moment).reversed().thenComparing(StoredStory::id);

    private final List<String> sections;

    /** @param sections in their order; those that are not among them follow, the ones with most stories first */
    StoryOrder(List<String> sections) {
        this.sections = sections;
    }

    List<EditionStory> arrange(List<StoredStory> stories, Choices choices) {
        var arranged = new ArrayList<EditionStory>();
        for (StoredStory story : inOrder(stories, choices)) {
            int position = arranged.size() + 1;
            arranged.add(copy(story, position, choices.of(story.id())));
        }
        return arranged;
    }

    /** Those that were left out, as they would be told. */
    static List<EditionStory> aside(List<StoredStory> stories, Choices choices) {
        return stories.stream()
                .map(story -> copy(story, 0, choices.of(story.id())))
                .toList();
    }

    private static EditionStory copy(StoredStory story, int position, Choice choice) {
        boolean isLong = choice.isLong() == null ? position == 1 : choice.isLong();
        Story content =
                choice.headline() == null ? story.asMailed() : story.asMailed().headed(choice.headline());
        return new EditionStory(story.id(), position, isLong, content, story.picture());
    }

    List<StoredStory> inOrder(List<StoredStory> stories, Choices choices) {
        var inOrder = new ArrayList<>(stories.stream()
                .filter(story -> !choices.keepsPlace(story.id()))
                .sorted(byRule(stories, choices))
                .toList());
        Map<Long, StoredStory> byId = stories.stream().collect(toMap(StoredStory::id, story -> story));
        for (Choice choice : choices.placed()) {
            StoredStory story = byId.get(choice.story());
            if (story != null) {
                place(story, choice.position(), inOrder);
            }
        }
        return inOrder;
    }

    /** @param position from 1; beyond the end is the end */
    static void place(StoredStory story, @Nullable Integer position, List<StoredStory> inOrder) {
        int index = position == null ? inOrder.size() : position - 1;
        inOrder.add(Math.min(index, inOrder.size()), story);
    }

    private Comparator<StoredStory> byRule(List<StoredStory> stories, Choices choices) {
        Map<String, Integer> ranks = ranks(stories);
        return Comparator.<StoredStory>comparingInt(story -> ranks.getOrDefault(section(story), Integer.MAX_VALUE))
                .thenComparing(
                        story -> !Boolean.TRUE.equals(choices.of(story.id()).isLong()))
                .thenComparing(NEWEST_FIRST);
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
