package com.newgroktimes.digest.operator.pages;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Placement;

/** The stories that go out as soon as somebody completes them. */
@Component
final class WaitingStories {

    private final Editions editions;

    WaitingStories(Editions editions) {
        this.editions = editions;
    }

    List<StoryLine> list() {
        return editions.awaited().stream()
                .map(story -> new StoryLine(story, new Placement(Placement.Status.INCOMPLETE, null)))
                .toList();
    }
}
