package com.newgroktimes.digest.rendering;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Counts words as a reader would, in scripts without spaces too. */
public final class WordCount {

    /** "Hand-held" is one word. */
    private static final String HYPHENS = "-\u2010\u2011";

    private WordCount() {}

    public static int of(String text) {
        return upTo(text, Integer.MAX_VALUE).count();
    }

    /** How many words were found before the limit, and where the last one of them ends. */
    record Found(int count, int end) {}

    static Found upTo(String text, int limit) {
        BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(text);
        int count = 0;
        int end = 0;
        int start = words.first();
        for (int at = words.next(); at != BreakIterator.DONE; at = words.next()) {
            if (words.getRuleStatus() != BreakIterator.WORD_NONE) {
                boolean compound = count > 0 && start == end + 1 && HYPHENS.indexOf(text.charAt(end)) >= 0;
                if (!compound && count == limit) {
                    break;
                }
                count += compound ? 0 : 1;
                end = at;
            }
            start = at;
        }
        return new Found(count, end);
    }
}
