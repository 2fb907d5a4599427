package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.ChoiceTable.Lines;
import com.newgroktimes.digest.editions.digest.Preheader;
import com.newgroktimes.digest.editions.digest.Subject;

/** Writes down what an edition says: its stories, and what it says of itself. In the caller's transaction. */
@Component
class Composition {

    private final EditionTable editions;
    private final EditionStoryTable seats;
    private final ChoiceTable choices;
    private final EditionContent content;

    Composition(EditionTable editions, EditionStoryTable seats, ChoiceTable choices, EditionContent content) {
        this.editions = editions;
        this.seats = seats;
        this.choices = choices;
        this.content = content;
    }

    /** Subject and preheader are those that somebody chose, or go by the stories. It is checked anew. */
    void replace(int number, List<EditionStory> stories, List<EditionStory> leftOut) {
        seats.replace(number, stories, leftOut);
        Lines chosen = choices.lines(number);
        boolean empty = stories.isEmpty();
        editions.write(
                number,
                Objects.requireNonNullElseGet(chosen.subject(), () -> empty ? "" : Subject.of(stories)),
                Objects.requireNonNullElseGet(chosen.preheader(), () -> empty ? "" : Preheader.of(stories)));
        content.check(number);
    }
}
