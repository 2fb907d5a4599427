package com.newgroktimes.digest.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Wording;
import com.newgroktimes.digest.rendering.WordCount;
import com.newgroktimes.digest.stories.Flaw;
import com.newgroktimes.digest.stories.TypedText;

/** What an editor typed, tidied and measured; what cannot be taken is named field by field. */
final class Typed {

    static final int NOTE_WORDS = 120;
    private static final int LINE = 300;
    private static final int NOTE = 2_000;

    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Wording> inWords = new ArrayList<>();
    private boolean allInWords = true;

    void flaw(String field, String what) {
        flaws.add(new Flaw(field, what));
        allInWords = false;
    }

    /** @param words what a page says of it, in its reader's language */
    void flaw(String field, String what, Wording words) {
        flaws.add(new Flaw(field, what));
        inWords.add(words);
    }

    /** @throws Problem with all that cannot be taken, where there is any */
    void orRefuse() {
        if (!flaws.isEmpty()) {
            String all = flaws.stream()
                    .map(Flaw::toString)
                    .reduce((one, next) -> one + " " + next)
                    .orElseThrow();
            Problem refused = new Problem(
                            Problem.Kind.UNPROCESSABLE,
                            "The edition cannot be changed like this",
                            all + " Nothing was changed.")
                    .with("field", flaws.get(0).field())
                    .with("problems", List.copyOf(flaws));
            throw allInWords ? refused.inWords("edition-flawed", List.copyOf(inWords)) : refused;
        }
    }

    Wish<String> line(String field, Wish<String> wish) {
        return tidied(field, wish, TypedText.line(wish.value()), LINE);
    }

    Wish<String> note(String field, Wish<String> wish) {
        String lines = TypedText.lines(wish.value());
        int words = lines == null ? 0 : WordCount.of(lines);
        if (words > NOTE_WORDS) {
            flaw(
                    field,
                    "It has %d words, and %d are the most. Shorten it.".formatted(words, NOTE_WORDS),
                    Wording.of("flaw.note-words", words, NOTE_WORDS));
        }
        return tidied(field, wish, lines, NOTE);
    }

    Optional<Integer> position(String field, Wish<Integer> wish) {
        Integer position = wish.value();
        if (position != null && position < 1) {
            flaw(field, "Positions begin at 1.", Wording.of("flaw.position"));
            return Optional.empty();
        }
        return Optional.ofNullable(position);
    }

    private Wish<String> tidied(String field, Wish<String> wish, @Nullable String text, int most) {
        if (!wish.said() || wish.value() == null) {
            return wish;
        }
        if (text == null) {
            flaw(field, "It is empty. Say null, and it goes by rule again.", Wording.of("flaw.empty", field));
            return Wish.unsaid(); // not even to be written and taken back: no database takes a NUL
        }
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            flaw(
                    field,
                    "It has %,d signs, and %,d are the most. Shorten it.".formatted(length, most),
                    Wording.of("flaw.long", field, length, most));
        }
        return Wish.of(text);
    }
}
