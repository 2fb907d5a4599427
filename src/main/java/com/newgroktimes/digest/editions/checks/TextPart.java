package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.stories.Story;

/** Whoever reads the plain text gets every story too. */
final class TextPart implements Rule {

    @Override
    public String id() {
        return "text-part";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.edition().stories().stream()
                .map(EditionStory::content)
                .filter(story -> proof.copies().stream().anyMatch(copy -> lacks(copy.text(), story)))
                .map(story -> Finding.stops("missing", story.headline()))
                .toList();
    }

    /** Lines are wrapped, so that a headline may be on two. */
    private static boolean lacks(String text, Story story) {
        return !oneLine(text).contains(oneLine(story.headline())) || !text.contains(story.url());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
