package com.newgroktimes.digest.operator.pages;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Placement;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryHead;

/** The stories that go out as soon as somebody completes them: those of the open week and of the one before. */
@Component
final class WaitingStories {

    private final Stories stories;
    private final Editions editions;

    WaitingStories(Stories stories, Editions editions) {
        this.stories = stories;
        this.editions = editions;
    }

    List<StoryLine> list() {
        List<StoryHead> recent = stories.heads(
                editions.window(Editions.LAST_WEEK).opens(),
                editions.window(Editions.CURRENT_WEEK).closes());
        return recent.stream()
                .filter(story -> story.incomplete() && story.withdrawnAt() == null)
                .map(story -> new StoryLine(story, new Placement(Placement.Status.INCOMPLETE, null)))
                .toList();
    }
}
