package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.stories.PictureAnswer;
import com.newgroktimes.digest.stories.PicturesElsewhere;
import com.newgroktimes.digest.stories.Story;

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
        List<Story> lacking = edition.stories().stream()
                .filter(story -> story.picture() == null)
                .map(EditionStory::content)
                .filter(story -> story.pictureElsewhere() != null)
                .toList();
        Map<String, PictureAnswer> answers = pictures.last(lacking.stream()
                .flatMap(story -> Stream.ofNullable(story.pictureElsewhere()))
                .toList());
        return lacking.stream()
                .map(story -> finding(story.headline(), Optional.ofNullable(answers.get(story.pictureElsewhere()))))
                .toList();
    }

    private Finding finding(String headline, Optional<PictureAnswer> answer) {
        return answer.flatMap(last -> Optional.ofNullable(last.fault())
                        .map(fault -> new Finding(
                                last.answered() ? level : Level.UNCHECKED, "missing", List.of(headline, fault))))
                .orElseGet(() -> new Finding(Level.UNCHECKED, "not-asked", List.of(headline)));
    }
}
