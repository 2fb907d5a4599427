package com.newgroktimes.digest.site;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Arrangement;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.stories.Story;

/**
 * An edition as its web page tells it: its stories whole, without the cuts of the mail.
 *
 * @param date     the day it was sent, spelled out
 * @param revision from 1; a higher one was put right on its way
 * @param corrections what was wrong in the mail, oldest first
 * @param note     paragraphs from the editor; none where there is no note
 * @param stories  those with a block of their own
 * @param more     the rest, which are links here as they are in the mail
 */
public record WebEdition(
        int number,
        String subject,
        String date,
        int revision,
        List<Remark> corrections,
        List<String> note,
        List<Entry> stories,
        List<Entry> more) {

    private static final Pattern HOST = Pattern.compile("^https?://(?:www\\.)?([^/?#:]+)");

    /**
     * @param picture hash of the picture as we serve it
     * @param dir     {@code ltr} or {@code rtl}, as its language runs; {@code auto} where nobody knows that
     * @param byline  as the mail has it: {@code -- DAVID CHEN, Beijing}
     */
    public record Entry(
            Story content,
            @Nullable String picture,
            String dir,
            String byline,
            List<Source> newsSources,
            List<Source> xPosts) {

        static Entry of(Story content, @Nullable String picture) {
            return new Entry(
                    content,
                    picture,
                    directionOf(content),
                    bylineOf(content),
                    content.newsSources().stream()
                            .map(source -> Source.of(source.n(), source.url(), source.title()))
                            .toList(),
                    content.xPosts().stream()
                            .map(post -> Source.of(post.n(), post.url(), post.text()))
                            .toList());
        }
    }

    /** @param date the day it was said, spelled out */
    public record Remark(String date, String why) {}

    /** @param name its title, or the host where it has none */
    public record Source(int n, String url, String name) {

        static Source of(int n, String url, @Nullable String title) {
            return new Source(n, url, title == null || title.isBlank() ? host(url) : title);
        }

        private static String host(String url) {
            Matcher host = HOST.matcher(url);
            return host.find() ? host.group(1) : url;
        }
    }

    /** @param blocks how many stories have a block of their own */
    static WebEdition of(Edition edition, int blocks, String date, List<Remark> corrections) {
        Arrangement arranged = Arrangement.of(edition.stories(), blocks);
        return new WebEdition(
                edition.number(),
                edition.subject(),
                date,
                edition.revision(),
                corrections,
                edition.noteParagraphs(),
                entries(arranged.blocks()),
                entries(arranged.links()));
    }

    private static List<Entry> entries(List<EditionStory> stories) {
        return stories.stream()
                .map(story -> Entry.of(story.content(), story.picture()))
                .toList();
    }

    private static String directionOf(Story story) {
        if (story.lang() == null || story.lang().isBlank()) {
            return "auto";
        }
        return ULocale.forLanguageTag(story.lang()).isRightToLeft() ? "rtl" : "ltr";
    }

    private static String bylineOf(Story story) {
        return story.signature().isEmpty() ? "" : "-- " + story.signature();
    }
}
