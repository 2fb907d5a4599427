package com.newgroktimes.digest.stories;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

import com.newgroktimes.digest.stories.printed.PrintedArticle;
import com.newgroktimes.digest.stories.printed.Reference;

/** A printed article in the shape of a story. */
final class PrintedStory {

    private PrintedStory() {}

    static RawStory of(PrintedArticle article) {
        return new RawStory(
                null,
                article.section(),
                article.headline(),
                article.tldr(),
                article.msmPerspective(),
                article.xPerspective(),
                html(article.paragraphs()),
                article.byline(),
                article.place(),
                null,
                null,
                new RawStory.Image(null, article.alt()),
                article.newsSources().stream().map(PrintedStory::newsSource).toList(),
                article.xPosts().stream().map(PrintedStory::xPost).toList());
    }

    /** Text is text: what looks like a tag in a printed article is four visible signs. */
    private static String html(List<String> paragraphs) {
        return paragraphs.stream()
                .map(paragraph -> "<p>" + HtmlUtils.htmlEscape(paragraph, "UTF-8") + "</p>")
                .collect(Collectors.joining());
    }

    private static RawStory.NewsSource newsSource(Reference reference) {
        return new RawStory.NewsSource(reference.n(), reference.url(), reference.words());
    }

    private static RawStory.XPost xPost(Reference reference) {
        return new RawStory.XPost(reference.n(), reference.url(), reference.words());
    }
}
