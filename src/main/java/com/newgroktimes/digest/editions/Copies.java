package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;

import static java.util.stream.Collectors.toMap;

/** Makes an edition's own copies of its stories. Each may be long: many are to be made some at a time. */
@Component
class Copies {

    private final Stories stories;

    Copies(Stories stories) {
        this.stories = stories;
    }

    List<EditionStory> of(List<PlacedStory> placed, Choices chosen, Taken taken) {
        Map<Long, StoredStory> now = stories
                .byId(placed.stream().map(PlacedStory::story).toList())
                .stream()
                .collect(toMap(StoredStory::id, story -> story));
        return placed.stream()
                .flatMap(place -> Stream.ofNullable(now.get(place.story()))
                        .map(story -> taken.of(copy(story, place, chosen), chosen)))
                .toList();
    }

    private static EditionStory copy(StoredStory story, PlacedStory place, Choices chosen) {
        String headline = chosen.of(story.id()).headline();
        Story content = headline == null ? story.asMailed() : story.asMailed().headed(headline);
        return new EditionStory(story.id(), place.position(), place.isLong(), content, story.picture());
    }
}
