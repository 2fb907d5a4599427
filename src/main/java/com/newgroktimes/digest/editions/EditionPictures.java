package com.newgroktimes.digest.editions;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.PicturesElsewhere;

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

    EditionPictures(EditionStoryTable seats, EditionStates states, PicturesElsewhere pictures) {
        this.seats = seats;
        this.states = states;
        this.pictures = pictures;
    }

    /** @param anew whether those that could not be had a moment ago are asked for again */
    void complete(int edition, boolean anew) {
        pictures.complete(seats.included(edition), anew);
    }

    /** Of all editions that still take stories. */
    void complete() {
        states.in(OPEN).forEach(edition -> complete(edition, false));
    }
}
