package com.newgroktimes.digest.editions.checks;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Arrangement;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.platform.Publication;

/**
 * An edition as it would leave now.
 *
 * @param blocks   how many stories of a mail have a block of their own
 * @param copies   one in each language, made out to the longest address there can be; none where {@code fault} says why
 * @param leftover marks of the template language that the templates, and not the stories, leave in the mail
 */
record Proof(
        Edition edition,
        Publication publication,
        int blocks,
        List<LongestCopy> copies,
        List<String> leftover,
        @Nullable String fault) {

    /**
     * Those that some readers get with a block of their own, and not as a headline alone: all readers, or those who chose the
     * section.
     */
    List<EditionStory> told() {
        return edition.stories().stream().filter(this::isTold).toList();
    }

    private boolean isTold(EditionStory story) {
        String section = story.content().section();
        return hasBlock(story, List.of())
                || (section != null && isOffered(section) && hasBlock(story, List.of(section)));
    }

    private boolean isOffered(String section) {
        return publication.sections().isEmpty() || publication.sections().contains(section);
    }

    private boolean hasBlock(EditionStory story, List<String> sections) {
        List<EditionStory> chosen =
                edition.stories().stream().filter(it -> it.isFor(sections)).toList();
        return Arrangement.of(chosen, blocks).blocks().contains(story);
    }
}
