package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;

/** What the site says by now of stories whose copies are frozen. An open edition takes it by itself. */
@Component
class NewVersions {

    private final Stories stories;
    private final ChoiceTable choices;

    NewVersions(Stories stories, ChoiceTable choices) {
        this.stories = stories;
        this.choices = choices;
    }

    List<NewVersion> of(Edition edition) {
        Map<Long, StoredStory> now = stories
                .byId(edition.stories().stream().map(EditionStory::story).toList())
                .stream()
                .collect(Collectors.toMap(StoredStory::id, story -> story));
        Choices chosen = choices.of(edition.number());
        return edition.stories().stream()
                .flatMap(copy -> Stream.ofNullable(now.get(copy.story()))
                        .map(story -> NewVersion.of(
                                copy, story, chosen.of(copy.story()).headline() != null)))
                .filter(version -> !version.isNone())
                .toList();
    }
}
