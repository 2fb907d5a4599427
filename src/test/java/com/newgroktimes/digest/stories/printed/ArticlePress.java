package com.newgroktimes.digest.stories.printed;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Prints an article as the site does, or as it comes out of somebody's clipboard: blank lines missing or doubled, headings lost. */
final class ArticlePress {

    static final Masthead MASTHEAD =
            new Masthead("The New Grok Times", "The news. The narrative. The timeline.", List.of());

    private static final List<String> LINE_ENDS =
            List.of("\n", "\n", "\n\n", "\n\n", "\n\n\n\n", "\r\n", "\r\n\r\n", "\n \n", "\n\u00a0\n\t\n");
    private static final List<String> NAMES = List.of("The New Grok Times", "New Grok Times", "THE NEW GROK TIMES");

    private final MadeUp madeUp;
    private final StringBuilder page = new StringBuilder();

    ArticlePress(MadeUp madeUp) {
        this.madeUp = madeUp;
    }

    String print(PrintedArticle article) {
        masthead();
        head(article);
        labelled(madeUp.of(List.of("TL;DR", "TL;DR:", "tl;dr")), article.tldr());
        labelled(
                madeUp.of(List.of("MSM Perspective", "MSM PERSPECTIVE", "Msm perspective:")), article.msmPerspective());
        labelled(madeUp.of(List.of("X Perspective", "X PERSPECTIVE", "x perspective:")), article.xPerspective());
        article.paragraphs().forEach(this::line);
        byline(article);
        sources(article);
        signUp();
        return page.toString();
    }

    private void masthead() {
        if (madeUp.often()) {
            line(madeUp.of(NAMES));
        }
        if (madeUp.often()) {
            line(MASTHEAD.tagline());
        }
    }

    private void head(PrintedArticle article) {
        line(article.section());
        line(article.headline());
        line(article.alt());
        if (article.alt() != null && (isCreditNeeded(article) || madeUp.often())) {
            line(madeUp.of(NAMES));
        }
    }

    /** Without a credit, alt is known by its place behind section and headline, above a label. */
    private static boolean isCreditNeeded(PrintedArticle article) {
        boolean hasLabels =
                article.tldr() != null || article.msmPerspective() != null || article.xPerspective() != null;
        return !hasLabels || article.section() == null || article.headline() == null;
    }

    private void labelled(String label, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (label.endsWith(":") && madeUp.often()) {
            line(label + " " + text);
        } else {
            line(label);
            line(text);
        }
    }

    private void byline(PrintedArticle article) {
        if (article.byline() == null && article.place() == null) {
            return;
        }
        String name = article.byline() == null ? "" : article.byline();
        String place = article.place() == null ? "" : ", " + article.place();
        line(madeUp.of(List.of("-- ", "--", "— ")) + name + place);
    }

    private void sources(PrintedArticle article) {
        maybe("Sources & X Posts");
        maybe("News Sources");
        article.newsSources().forEach(source -> line("[%d] %s".formatted(source.n(), source.url())));
        maybe("X Posts");
        article.xPosts().forEach(post -> line("[%d] %s %s".formatted(post.n(), post.words(), post.url())));
    }

    private void signUp() {
        if (madeUp.often()) {
            line("Get The New Grok Times in your inbox");
            line("A weekly digest of the stories shaping the timeline. No spam. Unsubscribe anytime.");
        }
    }

    private void maybe(String heading) {
        if (madeUp.often()) {
            line(heading);
        }
    }

    private void line(@Nullable String text) {
        if (text != null) {
            page.append(text).append(madeUp.of(LINE_ENDS));
        }
    }
}
