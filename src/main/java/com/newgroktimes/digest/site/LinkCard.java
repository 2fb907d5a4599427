package com.newgroktimes.digest.site;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.stories.Story;

/**
 * How search engines and other sites tell of an edition where they show a link to it.
 *
 * @param description empty where nobody wrote a preheader
 * @param picture     hash of the first picture among its stories; null where they have none
 * @param alt         what is in that picture
 */
public record LinkCard(
        String description,
        @Nullable String picture,
        @Nullable String alt,
        @Nullable Instant published,
        @Nullable Instant changed) {

    static LinkCard of(Edition edition) {
        Optional<EditionStory> pictured = edition.stories().stream()
                .filter(story -> story.picture() != null)
                .findFirst();
        return new LinkCard(
                edition.preheader(),
                pictured.map(EditionStory::picture).orElse(null),
                pictured.map(story -> story.content().image())
                        .map(Story.Image::alt)
                        .orElse(null),
                edition.frozenAt(),
                edition.changedAt().orElse(null));
    }
}
