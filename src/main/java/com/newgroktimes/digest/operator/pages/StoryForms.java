package com.newgroktimes.digest.operator.pages;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.RawStory;
import com.newgroktimes.digest.stories.ReadStory;
import com.newgroktimes.digest.stories.Story;

/** Fills forms in with stories, and takes stories out of them. Moments are written in the publication's zone. */
@Component
final class StoryForms {

    private final ZoneId zone;

    StoryForms(Publication publication) {
        this.zone = publication.timeZone();
    }

    StoryForm of(Story story) {
        Map<String, String> lines = new HashMap<>();
        lines.put("url", story.url());
        lines.put("headline", story.headline());
        lines.put("section", orEmpty(story.section()));
        lines.put("tldr", orEmpty(story.tldr()));
        lines.put("msmPerspective", orEmpty(story.msmPerspective()));
        lines.put("xPerspective", orEmpty(story.xPerspective()));
        lines.put("bodyHtml", orEmpty(story.bodyHtml()));
        lines.put("byline", orEmpty(story.byline()));
        lines.put("place", orEmpty(story.place()));
        lines.put("lang", orEmpty(story.lang()));
        lines.put("publishedAt", local(story.publishedAt()));
        Story.Image image = story.image();
        lines.put("image.url", image == null ? "" : orEmpty(image.url()));
        lines.put("image.alt", image == null ? "" : orEmpty(image.alt()));
        List<FormRow> newsSources = story.newsSources().stream()
                .map(source -> new FormRow(Integer.toString(source.n()), source.url(), orEmpty(source.title())))
                .toList();
        List<FormRow> xPosts = story.xPosts().stream()
                .map(post -> new FormRow(Integer.toString(post.n()), post.url(), orEmpty(post.text())))
                .toList();
        return new StoryForm(lines, Map.of("newsSources", newsSources, "xPosts", xPosts));
    }

    /** As an article was read: where it has no TL;DR, the proposed one stands there to be looked at. */
    StoryForm of(ReadStory read) {
        return of(new Story(
                orEmpty(read.url()),
                read.section(),
                orEmpty(read.headline()),
                read.tldr() == null ? read.tldrProposed() : read.tldr(),
                read.msmPerspective(),
                read.xPerspective(),
                read.bodyHtml(),
                read.byline(),
                read.place(),
                read.lang(),
                read.publishedAt(),
                read.image(),
                read.newsSources(),
                read.xPosts()));
    }

    /** Rows in which nothing stands are none. */
    StoryForm typed(MultiValueMap<String, String> typed) {
        Map<String, String> lines = new HashMap<>();
        StoryForm.LINES.forEach(name -> lines.put(name, orEmpty(typed.getFirst(name))));
        return new StoryForm(
                lines,
                StoryForm.LISTS.stream().collect(Collectors.toMap(Function.identity(), name -> rows(typed, name))));
    }

    private static List<FormRow> rows(MultiValueMap<String, String> typed, String list) {
        List<String> urls = typed.getOrDefault(list + ".url", List.of());
        return IntStream.range(0, urls.size())
                .mapToObj(i -> new FormRow(at(typed, list + ".n", i), urls.get(i), at(typed, list + ".words", i)))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static String at(MultiValueMap<String, String> typed, String name, int index) {
        List<String> values = typed.getOrDefault(name, List.of());
        return index < values.size() ? orEmpty(values.get(index)) : "";
    }

    /** Fit to be read. */
    RawStory told(StoryForm form) {
        return told(form, form.line("url"), form.line("publishedAt"));
    }

    /** The same of a story that is here: it keeps its address and, where nobody typed another one, its moment, however fine. */
    RawStory told(StoryForm form, Story kept) {
        String typed = form.line("publishedAt");
        Instant moment = kept.publishedAt();
        return told(form, kept.url(), moment != null && typed.equals(local(moment)) ? moment.toString() : typed);
    }

    private static RawStory told(StoryForm form, String url, String publishedAt) {
        return new RawStory(
                url,
                form.line("section"),
                form.line("headline"),
                form.line("tldr"),
                form.line("msmPerspective"),
                form.line("xPerspective"),
                form.line("bodyHtml"),
                form.line("byline"),
                form.line("place"),
                form.line("lang"),
                publishedAt,
                new RawStory.Image(form.line("image.url"), form.line("image.alt")),
                form.rows("newsSources").stream()
                        .map(row -> new RawStory.NewsSource(row.number(), row.url(), row.words()))
                        .toList(),
                form.rows("xPosts").stream()
                        .map(row -> new RawStory.XPost(row.number(), row.url(), row.words()))
                        .toList());
    }

    /** As fields for a date and a time have it (HTML, local date and time), which take no finer fraction than this. */
    private String local(@Nullable Instant moment) {
        return moment == null
                ? ""
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MILLIS));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
