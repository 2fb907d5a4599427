package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.Finding;

/** Every story has a headline, and there is a story. */
final class Headline implements Rule {

    @Override
    public String id() {
        return "headline";
    }

    @Override
    public List<Finding> look(Proof proof) {
        if (proof.edition().stories().isEmpty()) {
            return List.of(Finding.stops("no-story"));
        }
        return proof.edition().stories().stream()
                .filter(story -> story.content().headline().isBlank())
                .map(story -> Finding.stops("missing", story.content().url()))
                .toList();
    }
}
