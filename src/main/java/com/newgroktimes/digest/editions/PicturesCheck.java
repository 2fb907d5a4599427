package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.stories.PicturesElsewhere;

/** Pictures on other sites that could not be had: their stories go out without them. A site that gave no answer never stops a send. */
@Component
class PicturesCheck implements SendCheck {

    private final PicturesElsewhere pictures;
    private final Level level;

    PicturesCheck(PicturesElsewhere pictures, CheckSettings settings) {
        this.pictures = pictures;
        this.level = settings.network().level();
    }

    @Override
    public String rule() {
        return "pictures";
    }

    @Override
    public List<Finding> look(Edition edition) {
        return edition.stories().stream()
                .filter(story -> story.picture() == null)
                .flatMap(story -> Optional.ofNullable(story.content().pictureElsewhere())
                        .map(url -> finding(story.content().headline(), url))
                        .stream())
                .toList();
    }

    private Finding finding(String headline, String url) {
        return pictures.last(url)
                .flatMap(last -> Optional.ofNullable(last.fault())
                        .map(fault -> new Finding(
                                last.answered() ? level : Level.UNCHECKED, "missing", List.of(headline, fault))))
                .orElseGet(() -> new Finding(Level.UNCHECKED, "not-asked", List.of(headline)));
    }
}
