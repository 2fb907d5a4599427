package com.newgroktimes.digest.editions;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryHead;

/** Each story whose TL;DR was accepted by the settings, and by no person, is named. */
@Component
class ProposedTldrCheck implements SendCheck {

    private final Stories stories;

    ProposedTldrCheck(Stories stories) {
        this.stories = stories;
    }

    @Override
    public String rule() {
        return "proposed";
    }

    @Override
    public List<Finding> look(Edition edition) {
        return stories.heads(edition.stories().stream().map(EditionStory::story).toList()).stream()
                .filter(StoryHead::goesOutAsProposed)
                .map(story -> Finding.look("accepted", story.headline()))
                .toList();
    }
}
