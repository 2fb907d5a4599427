package com.newgroktimes.digest.stories;

import java.util.List;
import java.util.stream.Collectors;

import com.newgroktimes.digest.platform.Problem;

/**
 * Something of a story that could not be read or taken.
 *
 * @param field where in the story's shape: {@code newsSources[2].url}
 * @param what  a sentence for whoever wrote the story
 */
public record Flaw(String field, String what) {

    /** @param flaws at least one */
    static Problem refusal(List<Flaw> flaws) {
        String all = flaws.stream().map(Flaw::toString).collect(Collectors.joining(" "));
        return new Problem(Problem.Kind.UNPROCESSABLE, "The story cannot be taken as it stands", all)
                .with("field", flaws.get(0).field())
                .with("problems", flaws);
    }

    @Override
    public String toString() {
        return field + ": " + what;
    }
}
