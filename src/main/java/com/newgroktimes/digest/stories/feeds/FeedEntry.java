package com.newgroktimes.digest.stories.feeds;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a feed tells of one story, whatever its format. Addresses are whole where that can be; nothing else has been looked at.
 *
 * @param id       by which the feed knows it, sign by sign
 * @param title    text
 * @param summary  text; null where there is none but the body's own beginning
 * @param bodyHtml not safe yet
 * @param dates    as written, the most telling first
 * @param own      what it tells in elements of ours
 * @param notes    what stands in for something that is missing, or was left out
 */
public record FeedEntry(
        @Nullable String id,
        @Nullable String url,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String bodyHtml,
        List<String> authors,
        @Nullable String section,
        @Nullable String lang,
        List<String> dates,
        @Nullable FeedPicture picture,
        OwnFields own,
        List<Note> notes) {

    /** @param field of a story's shape */
    public record Note(String field, String what) {}

    /** With what the feed as a whole says of each of its entries, where the entry itself says nothing. */
    FeedEntry in(@Nullable String feedLang, List<String> feedAuthors) {
        return new FeedEntry(
                id,
                url,
                title,
                summary,
                bodyHtml,
                authors.isEmpty() ? feedAuthors : authors,
                section,
                lang == null ? feedLang : lang,
                dates,
                picture,
                own,
                notes);
    }
}
