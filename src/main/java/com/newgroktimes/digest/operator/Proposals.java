package com.newgroktimes.digest.operator;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.ManyChanges;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryHead;

/** The TL;DRs that are proposed for the stories that a week's edition waits for, to be accepted together. */
@Component
public class Proposals {

    private final Stories stories;
    private final Editions editions;

    Proposals(Stories stories, Editions editions) {
        this.stories = stories;
        this.editions = editions;
    }

    public int count(String week) {
        return proposed(week).size();
    }

    /**
     * @param seen how many were seen to have a proposal
     * @return how many were accepted
     * @throws Problem where there are not as many; none is accepted then
     */
    public int accept(String week, int seen) {
        List<StoredStory> waiting = waiting(week);
        if (waiting.size() != seen) {
            throw new Problem(
                            Problem.Kind.CONFLICT,
                            "There are not as many",
                            "You accept the TL;DRs of %d stories, and of those that the edition of %s waits for %d have one proposed. None was accepted: look again."
                                    .formatted(seen, editions.week(week), waiting.size()))
                    .inWords("other-proposals", seen, editions.week(week), waiting.size());
        }
        int accepted = acceptAll(waiting);
        editions.completePictures();
        return accepted;
    }

    private int acceptAll(List<StoredStory> waiting) {
        try (ManyChanges changes = stories.manyChanges()) {
            return (int) waiting.stream()
                    .filter(story -> acceptsProposal(story, changes))
                    .count();
        }
    }

    /** As it was a moment ago: one that has become another since is not accepted unseen. */
    private static boolean acceptsProposal(StoredStory story, ManyChanges changes) {
        return story.tldrProposed() != null && changes.accept(story, story.tldrProposed());
    }

    private List<StoredStory> waiting(String week) {
        return stories.byId(proposed(week));
    }

    private List<Long> proposed(String week) {
        return editions.awaited(week).stream()
                .filter(story -> story.tldrProposed() != null)
                .map(StoryHead::id)
                .toList();
    }
}
