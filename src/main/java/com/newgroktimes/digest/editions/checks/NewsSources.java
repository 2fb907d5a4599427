package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;

/** A story says where it was told before. */
final class NewsSources implements Rule {

    @Override
    public String id() {
        return "news-sources";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.told().stream()
                .map(EditionStory::content)
                .filter(story -> story.newsSources().isEmpty())
                .map(story -> Finding.look("missing", story.headline()))
                .toList();
    }
}
