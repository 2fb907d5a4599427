package com.newgroktimes.digest.stories;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is compared of a story, to see whether another one tells the same.
 *
 * @param words   of headline and TL;DR
 * @param sources where it and all that it names are
 */
record Gist(long story, String headline, Instant moment, Set<String> words, Set<String> sources) {

    /** What happened longer ago is told again as something else. */
    static final Duration LONGEST = Duration.ofDays(7);

    private static final int WORDS_ALONE = 5;
    private static final int PERCENT_ALONE = 60;
    private static final int WORDS_WITH_A_SOURCE = 3;
    private static final int PERCENT_WITH_A_SOURCE = 30;

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    /** Shorter words stand in every text. Of scripts that set none between words, each two signs count as one. */
    private static final Pattern WORD =
            Pattern.compile("(?:(?![\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])[\\p{L}\\p{N}]){4,}"
                    + "|(?=([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2}))[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    static Set<String> words(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(plain);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group() : word.group(1));
        }
        return words;
    }

    Optional<Resemblance> likenessTo(Gist other) {
        int shared = shared(words, other.words);
        boolean sharesSource = shared(sources, other.sources) > 0;
        int smaller = Math.min(words.size(), other.words.size());
        int percent = smaller == 0 ? 0 : shared * 100 / smaller;
        boolean likely = Duration.between(moment, other.moment).abs().compareTo(LONGEST) <= 0
                && ((shared >= WORDS_ALONE && percent >= PERCENT_ALONE)
                        || (sharesSource && shared >= WORDS_WITH_A_SOURCE && percent >= PERCENT_WITH_A_SOURCE));
        return likely
                ? Optional.of(new Resemblance(story, headline, other.story, other.headline, percent, sharesSource))
                : Optional.empty();
    }

    private static int shared(Set<String> some, Set<String> others) {
        Set<String> fewer = some.size() < others.size() ? some : others;
        Set<String> more = some.size() < others.size() ? others : some;
        return (int) fewer.stream().filter(more::contains).count();
    }
}
