package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;

/** Every story has its short version. */
final class Tldr implements Rule {

    @Override
    public String id() {
        return "tldr";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.told().stream()
                .map(EditionStory::content)
                .filter(story -> story.tldr() == null || story.tldr().isBlank())
                .map(story -> Finding.stops("missing", story.headline()))
                .toList();
    }
}
