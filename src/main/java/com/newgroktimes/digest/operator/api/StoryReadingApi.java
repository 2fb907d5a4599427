package com.newgroktimes.digest.operator.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.FeedReading;
import com.newgroktimes.digest.stories.Flaw;
import com.newgroktimes.digest.stories.ReadStory;
import com.newgroktimes.digest.stories.Reading;
import com.newgroktimes.digest.stories.Readings;

/** What a document would be read as. Stores nothing. */
@RestController
@RequestMapping(path = "/api/v1/stories/read", produces = MediaType.APPLICATION_JSON_VALUE)
final class StoryReadingApi {

    private static final String KINDS =
            "the article as the site prints it (text/plain), in Markdown (text/markdown), as a web page (text/html), or a feed"
                    + " (application/rss+xml, application/atom+xml, application/feed+json)";

    private static final Set<String> PAGES = Set.of(MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_XHTML_XML_VALUE);
    private static final Set<String> TEXTS = Set.of(MediaType.TEXT_PLAIN_VALUE, MediaType.TEXT_MARKDOWN_VALUE);

    private final Readings readings;
    private final StoryDocuments documents;

    StoryReadingApi(Readings readings, StoryDocuments documents) {
        this.readings = readings;
        this.documents = documents;
    }

    /** @param more how many problems there are beside those that are told; left out where there are none */
    record ReadingBody(
            List<ReadStory> stories,
            List<Flaw> problems,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int more) {

        static ReadingBody of(Reading reading) {
            return of(List.of(reading.story()), reading.flaws());
        }

        /** What is wrong with one of several names which: {@code stories[3].publishedAt}. */
        static ReadingBody of(FeedReading feed) {
            List<Flaw> all = new ArrayList<>(feed.flaws());
            all.addAll(feed.shared());
            for (int i = 0; i < feed.items().size(); i++) {
                String at = "stories[%d].".formatted(i);
                feed.items().get(i).reading().flaws().stream()
                        .map(flaw -> new Flaw(at + flaw.field(), flaw.what()))
                        .forEach(all::add);
            }
            return of(feed.items().stream().map(item -> item.reading().story()).toList(), all);
        }

        private static ReadingBody of(List<ReadStory> stories, List<Flaw> all) {
            FirstOfMany<Flaw> flaws = FirstOfMany.of(all);
            return new ReadingBody(stories, flaws.first(), flaws.more());
        }
    }

    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    ReadingBody printed(HttpServletRequest request, @RequestParam(required = false) @Nullable String url) {
        return ReadingBody.of(readings.printedFile(documents.text(request), url));
    }

    @PostMapping(consumes = MediaType.TEXT_MARKDOWN_VALUE)
    ReadingBody markdown(HttpServletRequest request, @RequestParam(required = false) @Nullable String url) {
        return ReadingBody.of(readings.markdownFile(documents.text(request), url));
    }

    /** Feeds are labelled with any of these. */
    @PostMapping(
            consumes = {
                "application/rss+xml",
                "application/atom+xml",
                "application/rdf+xml",
                "application/feed+json",
                "application/xml",
                "application/json",
                "text/xml"
            })
    ReadingBody feed(HttpServletRequest request, @RequestParam(required = false) @Nullable URI url) {
        return feed(documents.bytes(request), request, url);
    }

    private ReadingBody feed(byte[] document, HttpServletRequest request, @Nullable URI url) {
        return ReadingBody.of(readings.feed(document, request.getContentType(), url));
    }

    /** The page of one article, or a feed that is labelled as one. */
    @PostMapping(consumes = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_XHTML_XML_VALUE})
    ReadingBody page(HttpServletRequest request, @RequestParam(required = false) @Nullable URI url) {
        byte[] document = documents.bytes(request);
        return readings.isFeed(document)
                ? feed(document, request, url)
                : ReadingBody.of(readings.page(document, request.getContentType(), url));
    }

    /** What the framework cannot sort: a charset that Java does not know, which a document may know better, and labels that say nothing. */
    @PostMapping
    ReadingBody other(HttpServletRequest request, @RequestParam(required = false) @Nullable URI url) {
        String type = bare(request.getContentType());
        if (PAGES.contains(type)) {
            return page(request, url);
        }
        if (type.endsWith("xml") || type.endsWith("json")) {
            return feed(request, url);
        }
        byte[] document = documents.bytes(request);
        if (readings.isFeed(document)) {
            return feed(document, request, url);
        }
        throw new Problem(Problem.Kind.UNPROCESSABLE, "No kind of document that is read here", refused(type, request));
    }

    /** Without its parameters. */
    private static String bare(@Nullable String contentType) {
        return contentType == null
                ? ""
                : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static String refused(String type, HttpServletRequest request) {
        if (type.isEmpty()) {
            return "The header Content-Type is missing. Say in it what the body is: %s.".formatted(KINDS);
        }
        return TEXTS.contains(type)
                ? "%s names a charset that is not known here. Send the text in UTF-8."
                        .formatted(request.getContentType())
                : "A body of the type %s is not read. Send %s.".formatted(request.getContentType(), KINDS);
    }
}
