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
    private final EditionStoryTable seats;
    private final ChoiceTable choices;

    NewVersions(Stories stories, EditionStoryTable seats, ChoiceTable choices) {
        this.stories = stories;
        this.seats = seats;
        this.choices = choices;
    }

    List<NewVersion> of(Edition edition) {
        Choices chosen = choices.of(edition.number());
        List<Long> all = edition.stories().stream().map(EditionStory::story).toList();
        return Parts.of(all).stream()
                .flatMap(some -> of(edition.number(), some, chosen).stream())
                .toList();
    }

    private List<NewVersion> of(int edition, List<Long> some, Choices chosen) {
        Map<Long, StoredStory> now =
                stories.byId(some).stream().collect(Collectors.toMap(StoredStory::id, story -> story));
        return seats.copies(edition, some).stream()
                .flatMap(copy -> Stream.ofNullable(now.get(copy.story()))
                        .map(story -> NewVersion.of(
                                copy, story, chosen.of(copy.story()).headline() != null)))
                .filter(version -> !version.isNone())
                .toList();
    }
}
