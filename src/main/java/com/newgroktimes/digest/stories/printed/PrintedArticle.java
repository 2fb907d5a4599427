package com.newgroktimes.digest.stories.printed;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An article as the site prints it. Blank lines say nothing, since they may be missing or doubled: what a line is follows
 * from its neighbours alone. It is taken apart from its end: the lists of sources, the body with its byline, the labelled
 * texts, and what is left is the head. What was not found is null.
 *
 * @param alt        what is in the picture; the picture itself is not printed
 * @param paragraphs of the body, as typed
 * @param unread     what stood where a part should and was none
 */
public record PrintedArticle(
        @Nullable String section,
        @Nullable String headline,
        @Nullable String alt,
        @Nullable String tldr,
        @Nullable String msmPerspective,
        @Nullable String xPerspective,
        List<String> paragraphs,
        @Nullable String byline,
        @Nullable String place,
        List<Reference> newsSources,
        List<Reference> xPosts,
        List<Unread> unread) {

    /** @throws OtherMasthead where it begins with the name of another publication */
    public static PrintedArticle read(String text, Masthead masthead) {
        ReferenceLists references = ReferenceLists.in(PrintedLines.of(text));
        Labelled labelled = Labelled.in(references.before());
        Head head = labelled.isEmpty()
                ? Head.atTheTopOf(references.before(), masthead)
                : Head.of(labelled.before(), masthead);
        List<String> rest = labelled.isEmpty()
                ? references.before().subList(head.lines(), references.before().size())
                : labelled.after();
        Body body = Body.of(rest, references.areFound());

        List<Unread> unread = new ArrayList<>();
        head.unread().forEach(line -> unread.add(Unread.line("headline", line)));
        unread.addAll(labelled.unread());
        unread.addAll(body.unread());
        unread.addAll(references.unread());
        return new PrintedArticle(
                head.section(),
                head.headline(),
                head.alt(),
                labelled.text(Label.TLDR),
                labelled.text(Label.MSM_PERSPECTIVE),
                labelled.text(Label.X_PERSPECTIVE),
                body.paragraphs(),
                body.byline().name(),
                body.byline().place(),
                references.newsSources(),
                references.xPosts(),
                List.copyOf(unread));
    }
}
