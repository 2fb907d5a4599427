package com.newgroktimes.digest.operator.pages;

import java.util.List;
import java.util.stream.Stream;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.EditionStory;

/** What one rule says of one story, or of several in the same words. Templates read it. */
public record CheckBundle(List<Line> lines) {

    private static final String OF_A_PAIR = "resembling";

    /** @param stories of the edition that the row speaks of; none where it speaks of the mail as a whole */
    public record Line(Check check, List<EditionStory> stories) {

        /** Whether its sentence names the story and nothing else. */
        public boolean saysNoMore() {
            return check.finding().args().size() == 1 && stories.size() == 1;
        }
    }

    static CheckBundle of(Check check, List<EditionStory> stories) {
        return new CheckBundle(List.of(new Line(
                check, stories.stream().filter(story -> concerns(check, story)).toList())));
    }

    /** Rules name the story that they speak of first; a pair are two. */
    static boolean concerns(Check check, EditionStory story) {
        return check.finding().args().stream()
                .limit(check.rule().equals(OF_A_PAIR) ? 2 : 1)
                .anyMatch(story.content().headline()::equals);
    }

    public Check first() {
        return lines.get(0).check();
    }

    public boolean several() {
        return lines.size() > 1;
    }

    /** What rows have in common that are told together; a row that speaks of no story stands alone. */
    Object kind() {
        return lines.get(0).stories().isEmpty() ? this : first().finding().key(first().rule());
    }

    CheckBundle with(CheckBundle other) {
        return new CheckBundle(
                Stream.concat(lines.stream(), other.lines.stream()).toList());
    }
}
