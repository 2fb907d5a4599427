package com.newgroktimes.digest.editions.checks;

import java.util.ArrayList;
import java.util.List;

import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.rendering.WordCount;

/** An edition is read in one go. */
final class Amount implements Rule {

    private static final int MANY_STORIES = 8;
    private static final int MANY_WORDS = 1_500;

    @Override
    public String id() {
        return "amount";
    }

    @Override
    public List<Finding> look(Proof proof) {
        var findings = new ArrayList<Finding>();
        int stories = proof.edition().stories().size();
        if (stories > MANY_STORIES) {
            findings.add(Finding.look("stories", stories));
        }
        int words = proof.copies().stream().mapToInt(Amount::words).max().orElse(0);
        if (words > MANY_WORDS) {
            findings.add(Finding.look("words", words));
        }
        return findings;
    }

    /** Addresses are not read. */
    private static int words(LongestCopy copy) {
        return WordCount.of(copy.text().replaceAll("\\bhttps?://\\S+", ""));
    }
}
