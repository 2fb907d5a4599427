package com.newgroktimes.digest.stories;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.FeedReading.FeedItem;
import com.newgroktimes.digest.stories.StoryTexts.Told;
import com.newgroktimes.digest.stories.feeds.Feed;
import com.newgroktimes.digest.stories.feeds.FeedEntry;
import com.newgroktimes.digest.stories.feeds.NoFeed;
import com.newgroktimes.digest.stories.pages.ArticlePage;

/** Reads each kind of document that stories come in. Stores nothing. */
@Component
public class Readings {

    private final Publication publication;
    private final StoryTexts texts;
    private final ObjectReader strict;

    Readings(StoryTexts texts, Publication publication, JsonMapper json) {
        this.publication = publication;
        this.texts = texts;
        this.strict = json.readerFor(RawStory.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * From the shape of the API.
     *
     * @throws Problem where it has a field that no story has, or something in a field that cannot stand there
     */
    public Reading json(JsonNode told) {
        if (!told.isObject()) {
            throw Flaw.refusal(List.of(Misshapen.NO_OBJECT));
        }
        List<Flaw> numbers = ReferenceNumbers.flaws(told);
        if (!numbers.isEmpty()) {
            throw Flaw.refusal(numbers);
        }
        try {
            return checked(strict.readValue(told));
        } catch (JacksonException e) {
            throw Flaw.refusal(List.of(Misshapen.flaw(e)));
        }
    }

    /**
     * From the article as the site prints it.
     *
     * @param publishedAt a moment, a local time or a date; null: not known
     */
    public Reading printed(String text, @Nullable String url, @Nullable String publishedAt) {
        return checked(texts.printed(text), RawStory.at(url, publishedAt));
    }

    /** As a {@code .txt} of the stories folder would be read, but for what lies beside it. */
    public Reading printedFile(String text, @Nullable String url) {
        return inNoFolder(checked(withoutFolder(texts.printed(text)), RawStory.at(url, null)));
    }

    /** As a {@code .md} of the stories folder would be read, but for what lies beside it. */
    public Reading markdownFile(String text, @Nullable String url) {
        return inNoFolder(checked(withoutFolder(texts.markdown(text)), RawStory.at(url, null)));
    }

    /** A file that names no address has one by its own name. */
    private static Reading inNoFolder(Reading reading) {
        Flaw nameless = new Flaw("url", Fields.MISSING);
        Flaw named = new Flaw(
                "url",
                "In the stories folder, the file's name would become the story's address. Here is no folder: add ?url= and an address, to see the story with one.");
        return new Reading(
                reading.story(),
                reading.flaws().stream()
                        .map(flaw -> flaw.equals(nameless) ? named : flaw)
                        .toList());
    }

    /** A path to a picture is right in a file; but what it leads to cannot be seen from the file's text alone. */
    private static Told withoutFolder(Told told) {
        return PictureBeside.of(told.story())
                .map(beside -> {
                    List<Flaw> flaws = new ArrayList<>(told.flaws());
                    flaws.add(new Flaw(
                            "image.url",
                            "In the stories folder, the picture would be looked for beside the file, as \"%s\". Here is no"
                                            .formatted(beside.path())
                                    + " folder, so it was not."));
                    return new Told(told.story().withPicture(null), flaws);
                })
                .orElse(told);
    }

    /**
     * RSS, RDF, Atom or JSON Feed.
     *
     * @param contentType as HTTP told it; null: not known
     * @param address     what relative addresses are relative to; null: what the feed says of itself
     * @throws Problem where it is no feed
     */
    public FeedReading feed(byte[] document, @Nullable String contentType, @Nullable URI address) {
        try {
            Feed feed = Feed.read(document, contentType, address == null ? null : address.toString());
            return new FeedReading(
                    feed.entries().stream().map(this::item).toList(),
                    feed.faults().stream().map(fault -> new Flaw("feed", fault)).toList(),
                    feed.title(),
                    feed.lang());
        } catch (NoFeed none) {
            throw new Problem(Problem.Kind.UNPROCESSABLE, "The document is no feed", none.sentence());
        }
    }

    /** Whether it begins as a feed, whatever it is labelled: servers label feeds as text, pages or bytes. */
    public boolean isFeed(byte[] document) {
        return Feed.isOne(document);
    }

    /**
     * The page of one article. What stands in its place, such as a page that keeps programs out, is a flaw of it.
     *
     * @param contentType as HTTP told it; null: not known
     * @param address     where the page is; null: only what it says of itself
     */
    public Reading page(byte[] document, @Nullable String contentType, @Nullable URI address) {
        ArticlePage page = ArticlePage.read(document, contentType, address == null ? null : address.toString());
        return new StoryCheck(publication)
                .check(PageStory.of(page, publication.timeZone()), page.summary())
                .after(PageStory.flaws(page));
    }

    private FeedItem item(FeedEntry entry) {
        FeedStory story = new FeedStory(entry, publication.timeZone());
        Reading reading = new StoryCheck(publication).check(story.told(), entry.summary());
        return new FeedItem(entry.id(), reading.after(story.flaws()));
    }

    private Reading checked(Told told, RawStory asked) {
        return checked(asked.or(told.story())).after(told.flaws());
    }

    /** From fields that somebody filled in. */
    public Reading checked(RawStory told) {
        return new StoryCheck(publication).check(told);
    }
}
