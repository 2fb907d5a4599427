package com.newgroktimes.digest.editions;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.PicturesElsewhere;
import com.newgroktimes.digest.stories.PicturesElsewhere.Again;

/**
 * Sees to it that the stories of editions show pictures that are ours, before anybody is told that they are ready. Other sites take
 * their time: never to be called inside a transaction.
 */
@Component
class EditionPictures {

    private static final Set<EditionState> OPEN =
            Stream.of(EditionState.values()).filter(EditionState::open).collect(Collectors.toUnmodifiableSet());

    private final EditionStoryTable seats;
    private final EditionStates states;
    private final PicturesElsewhere pictures;
    private final Assembly assembly;

    EditionPictures(EditionStoryTable seats, EditionStates states, PicturesElsewhere pictures, Assembly assembly) {
        this.seats = seats;
        this.states = states;
        this.pictures = pictures;
        this.assembly = assembly;
    }

    void complete(int edition, Again again) {
        if (pictures.complete(seats.included(edition), again)) {
            assembly.completeMended(edition);
        }
    }

    /** Of all editions that still take stories. */
    void complete(Again again) {
        states.in(OPEN).forEach(edition -> complete(edition, again));
    }
}
