package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Story;

/**
 * A story that changed since an edition that has it was frozen.
 *
 * @param story     number of the story
 * @param withdrawn whether it is gone since
 * @param differences in words; sources and posts as lines of {@code [1] title address}
 */
public record NewVersion(long story, Instant changedAt, boolean withdrawn, List<Difference> differences) {

    /** @param headlineIsOurs whether an editor chose that of the copy, which says nothing of the site's */
    static NewVersion of(EditionStory copy, StoredStory now, boolean headlineIsOurs) {
        Story ours = copy.content();
        Story theirs = now.asMailed();
        var differences = new ArrayList<Difference>();
        if (!headlineIsOurs) {
            compare("headline", ours.headline(), theirs.headline(), differences);
        }
        compare("section", ours.section(), theirs.section(), differences);
        compare("tldr", ours.tldr(), theirs.tldr(), differences);
        compare("msmPerspective", ours.msmPerspective(), theirs.msmPerspective(), differences);
        compare("xPerspective", ours.xPerspective(), theirs.xPerspective(), differences);
        compare("bodyHtml", ours.bodyHtml(), theirs.bodyHtml(), differences);
        compare("byline", ours.signature(), theirs.signature(), differences);
        compare("lang", ours.lang(), theirs.lang(), differences);
        compare("publishedAt", ours.publishedAt(), theirs.publishedAt(), differences);
        compare("image", words(ours.image()), words(theirs.image()), differences);
        compare("newsSources", sources(ours.newsSources()), sources(theirs.newsSources()), differences);
        compare("xPosts", posts(ours.xPosts()), posts(theirs.xPosts()), differences);
        return new NewVersion(now.id(), now.changedAt(), now.withdrawnAt() != null, differences);
    }

    private static @Nullable String words(Story.@Nullable Image image) {
        return image == null ? null : told(image.alt(), image.url());
    }

    /** A line for each, as the printed article has them. */
    private static String sources(List<Story.NewsSource> sources) {
        return lines(sources.stream()
                .map(source -> "[%d] %s".formatted(source.n(), told(source.title(), source.url()))));
    }

    private static String posts(List<Story.XPost> posts) {
        return lines(posts.stream().map(post -> "[%d] %s".formatted(post.n(), told(post.text(), post.url()))));
    }

    private static String lines(Stream<String> each) {
        return each.collect(Collectors.joining("\n"));
    }

    private static String told(@Nullable String words, @Nullable String url) {
        return Stream.of(words, url).flatMap(Stream::ofNullable).collect(Collectors.joining(" "));
    }

    private static void compare(
            String field, @Nullable Object ours, @Nullable Object theirs, List<Difference> differences) {
        if (!Objects.equals(ours, theirs)) {
            differences.add(new Difference(field, Objects.toString(ours, ""), Objects.toString(theirs, "")));
        }
    }

    boolean isNone() {
        return !withdrawn && differences.isEmpty();
    }
}
