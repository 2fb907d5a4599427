package com.newgroktimes.digest.editions.checks;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.editions.digest.StoryLength;
import com.newgroktimes.digest.rendering.WordCount;
import com.newgroktimes.digest.stories.Story;

/** No part of a story is longer than what the mail prints of it. */
final class Lengths implements Rule {

    @Override
    public String id() {
        return "lengths";
    }

    @Override
    public List<Finding> look(Proof proof) {
        var findings = new ArrayList<Finding>();
        proof.told().forEach(story -> look(story, findings));
        return findings;
    }

    private static void look(EditionStory copy, List<Finding> findings) {
        Story story = copy.content();
        StoryLength length = StoryLength.of(copy.isLong());
        look("tldr", story.headline(), story.tldr(), length.tldrWords(), findings);
        look("msm", story.headline(), story.msmPerspective(), length.perspectiveWords(), findings);
        look("x", story.headline(), story.xPerspective(), length.perspectiveWords(), findings);
    }

    private static void look(String part, String headline, @Nullable String text, int most, List<Finding> findings) {
        int words = text == null ? 0 : WordCount.of(text);
        if (words > most) {
            findings.add(Finding.look(part, headline, words, most));
        }
    }
}
