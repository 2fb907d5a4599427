package com.newgroktimes.digest.editions;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.Resemblances;

/** Two stories of the edition that are likely one, told twice, are named. */
@Component
class ResemblingStoriesCheck implements SendCheck {

    private final Resemblances resemblances;

    ResemblingStoriesCheck(Resemblances resemblances) {
        this.resemblances = resemblances;
    }

    @Override
    public String rule() {
        return "resembling";
    }

    @Override
    public List<Finding> look(Edition edition) {
        return resemblances
                .among(edition.stories().stream().map(EditionStory::story).toList())
                .stream()
                .map(pair -> Finding.look("pair", pair.headline(), pair.otherHeadline(), pair.percent()))
                .toList();
    }
}
