package com.newgroktimes.digest.stories.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Articles that nobody has seen: sections of any name, signs of all kinds in every text, any part missing. */
final class MadeUpArticle {

    private final MadeUp madeUp;

    MadeUpArticle(MadeUp madeUp) {
        this.madeUp = madeUp;
    }

    PrintedArticle make() {
        String tldr = madeUp.maybe(madeUp::sentence);
        String msm = madeUp.maybe(madeUp::sentence);
        String x = madeUp.maybe(madeUp::sentence);
        boolean hasLabels = tldr != null || msm != null || x != null;
        String byline = madeUp.maybe(() -> (madeUp.name() + " " + madeUp.name()).toUpperCase(Locale.ROOT));
        String place = madeUp.maybe(() -> madeUp.name() + madeUp.of(List.of("", ", D.C.", " " + madeUp.name())));
        String section = madeUp.maybe(madeUp::section);
        String headline = hasLabels ? madeUp.maybe(madeUp::headline) : madeUp.headline();
        List<Reference> news = news();
        return new PrintedArticle(
                // Alone, one in two parts is taken for a headline.
                section == null || headline != null ? section : section.replace(":", ""),
                headline,
                madeUp.maybe(madeUp::sentence),
                tldr,
                msm,
                x,
                paragraphs(byline != null || place != null),
                byline,
                place,
                news,
                posts(news),
                List.of());
    }

    /** The last line before the sources that begins with dashes is the byline: where there is none, the last paragraph must not. */
    private List<String> paragraphs(boolean bylineFollows) {
        List<String> paragraphs = new ArrayList<>(madeUp.list(0, 6, madeUp::paragraph));
        if (!bylineFollows) {
            paragraphs.add(madeUp.sentence());
        }
        return List.copyOf(paragraphs);
    }

    private List<Reference> news() {
        List<Reference> news = new ArrayList<>();
        int first = madeUp.from(1, 30);
        for (int i = 0; i < madeUp.from(0, 5); i++) {
            news.add(new Reference(first + i, madeUp.address("wire.example"), null));
        }
        return List.copyOf(news);
    }

    private List<Reference> posts(List<Reference> news) {
        List<Reference> posts = new ArrayList<>();
        int first = news.isEmpty() || madeUp.seldom() ? 1 : lastNumber(news) + 1;
        for (int i = 0; i < madeUp.from(0, 5); i++) {
            String words = madeUp.words(0, 20)
                    + (madeUp.seldom() ? " " + madeUp.address("wire.example") + " " + madeUp.word() : "");
            posts.add(new Reference(first + i, madeUp.address("x.com"), words));
        }
        return List.copyOf(posts);
    }

    private static int lastNumber(List<Reference> references) {
        @Nullable Integer n = references.get(references.size() - 1).n();
        return n == null ? 0 : n;
    }
}
