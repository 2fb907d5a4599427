package com.newgroktimes.digest.editions.checks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.stories.Story.Image;

/** Whoever does not see a picture is told what is in it. */
final class AltText implements Rule {

    private static final int MOST = 125;
    private static final Pattern NEEDLESS =
            Pattern.compile("^\\s*((?:an? )?(?:image|picture|photo|photograph) of)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "alt-text";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.told().stream()
                .map(EditionStory::content)
                .flatMap(story -> look(story).stream())
                .toList();
    }

    /** A description without a picture is kept, and no picture shown. */
    private static Optional<Finding> look(Story story) {
        Image image = story.image();
        if (image == null || image.url() == null) {
            return Optional.empty();
        }
        if (image.alt() == null || image.alt().isBlank()) {
            return Optional.of(Finding.stops("missing", story.headline()));
        }
        Matcher needless = NEEDLESS.matcher(image.alt());
        if (needless.find()) {
            return Optional.of(Finding.look("image-of", story.headline(), needless.group(1)));
        }
        int length = image.alt().codePointCount(0, image.alt().length());
        return length > MOST ? Optional.of(Finding.look("long", story.headline(), length, MOST)) : Optional.empty();
    }
}
