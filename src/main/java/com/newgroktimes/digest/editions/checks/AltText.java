package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.stories.Story.Image;

/** Whoever does not see a picture is told what is in it. */
final class AltText implements Rule {

    @Override
    public String id() {
        return "alt-text";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.edition().stories().stream()
                .map(EditionStory::content)
                .filter(story -> story.image() != null && lacksAlt(story.image()))
                .map(story -> Finding.stops("missing", story.headline()))
                .toList();
    }

    /** A description without a picture is kept, and no picture shown. */
    private static boolean lacksAlt(Image image) {
        return image.url() != null && (image.alt() == null || image.alt().isBlank());
    }
}
