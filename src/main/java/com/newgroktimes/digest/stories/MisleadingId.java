package com.newgroktimes.digest.stories;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

import com.newgroktimes.digest.stories.FeedReading.FeedItem;

/** Ids that do not stay with their entry: some feeds count theirs from the top, or call whatever is newest by one name. */
final class MisleadingId {

    private MisleadingId() {}

    /**
     * Whether the id of an entry stands for another story than the entry tells: its link is known as a story of its own, another
     * entry links to the story of the id, or of link, headline and date that were told under the id none is left. Without a date, a
     * headline in other words is enough: a story that is told twice is seen, and one that took another's place is lost.
     *
     * @param kept  by id, where the story is kept
     * @param links those of all entries of the feed
     */
    static boolean leads(FeedItem item, Map<String, String> kept, Set<String> links, Collecting collecting) {
        String link = item.reading().story().url();
        String place = item.id() == null ? null : kept.get(item.id());
        if (link == null || place == null || link.equals(place) || place.equals(kept.get(link))) {
            return false;
        }
        Optional<Story> before = collecting.lastTold(place);
        return collecting.knows(link)
                || links.contains(place)
                || (before.isPresent() && isAnother(item.reading().story(), before.get()));
    }

    private static boolean isAnother(ReadStory now, Story before) {
        if (before.headline().equals(now.headline())) {
            return false;
        }
        return (now.publishedAt() == null && before.publishedAt() == null)
                ? isInOtherWords(String.valueOf(now.headline()), before.headline())
                : !Objects.equals(now.publishedAt(), before.publishedAt());
    }

    private static boolean isInOtherWords(String headline, String other) {
        Set<String> words = words(headline);
        Set<String> shared = words(other);
        int fewer = Math.min(words.size(), shared.size());
        shared.retainAll(words);
        return 2 * shared.size() <= fewer;
    }

    /** Also where no blanks part them, as in Chinese and Japanese. */
    private static Set<String> words(String headline) {
        String text = headline.toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>();
        BreakIterator ends = BreakIterator.getWordInstance(ULocale.ROOT);
        ends.setText(text);
        int begin = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
            if (ends.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(text.substring(begin, end));
            }
            begin = end;
        }
        return words;
    }
}
