package com.newgroktimes.digest.editions.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
        Set<Long> told = new HashSet<>(withBlock(List.of()));
        edition.stories().stream()
                .map(story -> story.content().section())
                .filter(Objects::nonNull)
                .distinct()
                .filter(this::isOffered)
                .forEach(section -> edition.stories().stream()
                        .filter(story -> section.equals(story.content().section()))
                        .map(EditionStory::story)
                        .filter(new HashSet<>(withBlock(List.of(section)))::contains)
                        .forEach(told::add));
        return edition.stories().stream()
                .filter(story -> told.contains(story.story()))
                .toList();
    }

    private boolean isOffered(String section) {
        return publication.sections().isEmpty() || publication.sections().contains(section);
    }

    /** The stories that readers of these sections get with a block of their own. */
    private List<Long> withBlock(List<String> sections) {
        List<EditionStory> chosen =
                edition.stories().stream().filter(it -> it.isFor(sections)).toList();
        return Arrangement.of(chosen, blocks).blocks().stream()
                .map(EditionStory::story)
                .toList();
    }
}
