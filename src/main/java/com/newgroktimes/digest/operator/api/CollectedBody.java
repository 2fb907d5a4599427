package com.newgroktimes.digest.operator.api;

import java.util.List;

import com.newgroktimes.digest.stories.Stories.Collected;

/**
 * What the sources had, as the API shows it.
 *
 * @param notRead  how many files gave no story
 * @param problems a sentence each, beginning with the file; of very many the first, and how many more there are
 */
record CollectedBody(int added, int changed, int unchanged, int notRead, List<String> problems) {

    static CollectedBody of(Collected collected) {
        return new CollectedBody(
                collected.added(),
                collected.changed(),
                collected.unchanged(),
                collected.notRead(),
                FirstOfMany.sentences(collected.problems()));
    }
}
