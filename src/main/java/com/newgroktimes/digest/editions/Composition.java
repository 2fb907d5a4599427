package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
    private final Copies copies;
    private final EditionContent content;

    Composition(
            EditionTable editions,
            EditionStoryTable seats,
            ChoiceTable choices,
            Copies copies,
            EditionContent content) {
        this.editions = editions;
        this.seats = seats;
        this.choices = choices;
        this.copies = copies;
        this.content = content;
    }

    /** Subject and preheader are those that somebody chose, or go by the stories. It is checked anew. */
    void replace(int number, List<PlacedStory> stories, List<PlacedStory> leftOut, Choices chosen, Taken taken) {
        seats.keepOnly(
                number,
                Stream.concat(stories.stream(), leftOut.stream())
                        .map(PlacedStory::story)
                        .toList());
        // The lines name what it begins with.
        List<EditionStory> first = List.of();
        for (List<PlacedStory> some : Parts.of(stories)) {
            List<EditionStory> told = copies.of(some, chosen, taken);
            seats.write(number, told, true);
            first = first.isEmpty() ? told : first;
        }
        Parts.of(leftOut).forEach(some -> seats.write(number, copies.of(some, chosen, taken), false));
        writeLines(number, first);
        content.check(number);
    }

    private void writeLines(int number, List<EditionStory> first) {
        Lines lines = choices.lines(number);
        boolean empty = first.isEmpty();
        editions.write(
                number,
                Objects.requireNonNullElseGet(lines.subject(), () -> empty ? "" : Subject.of(first)),
                Objects.requireNonNullElseGet(lines.preheader(), () -> empty ? "" : Preheader.of(first)));
    }
}
