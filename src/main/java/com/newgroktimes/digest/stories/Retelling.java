package com.newgroktimes.digest.stories;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.Story.Image;
import com.newgroktimes.digest.stories.Story.NewsSource;
import com.newgroktimes.digest.stories.Story.XPost;

/**
 * A story that is told anew, merged field by field with what is kept of it. A field that is kept as it was told before follows its
 * source; any other was set by hand, and stays. So nothing marks an edit, and one ends when the source comes to say the same.
 *
 * @param before what a source last told; null where none did, and then one fills only what is empty
 */
record Retelling(Story kept, @Nullable Story before, Story now) {

    Story merged() {
        boolean together = numberedTogether();
        return new Story(
                kept.url(),
                field(Story::section),
                before != null && kept.headline().equals(before.headline()) ? now.headline() : kept.headline(),
                field(Story::tldr),
                field(Story::msmPerspective),
                field(Story::xPerspective),
                field(Story::bodyHtml),
                field(Story::byline),
                field(Story::place),
                field(Story::lang),
                field(Story::publishedAt),
                image(),
                together ? newsSources() : kept.newsSources(),
                together ? xPosts() : kept.xPosts());
    }

    private <T> @Nullable T field(Function<Story, @Nullable T> field) {
        T before = this.before == null ? null : field.apply(this.before);
        T kept = field.apply(this.kept);
        return Objects.equals(kept, before) ? field.apply(now) : kept;
    }

    /** A description is that of one picture: it comes and goes with it. */
    private @Nullable Image image() {
        String told = before == null ? null : picture(before);
        if (!Objects.equals(picture(kept), told)) {
            return kept.image();
        }
        if (told != null && !told.equals(picture(now))) {
            return now.image();
        }
        String alt = field(Retelling::alt);
        return picture(now) == null && alt == null ? null : new Image(picture(now), alt);
    }

    private static @Nullable String picture(Story story) {
        return story.image() == null ? null : story.image().url();
    }

    private static @Nullable String alt(Story story) {
        return story.image() == null ? null : story.image().alt();
    }

    private List<NewsSource> newsSources() {
        return list(kept.newsSources(), before == null ? List.of() : before.newsSources(), now.newsSources());
    }

    private List<XPost> xPosts() {
        return list(kept.xPosts(), before == null ? List.of() : before.xPosts(), now.xPosts());
    }

    private static <T> List<T> list(List<T> kept, List<T> before, List<T> now) {
        return kept.equals(before) ? now : kept;
    }

    /** One list edited by hand and the other as it is told now may both have a number: the text would then point at two things. */
    private boolean numberedTogether() {
        List<Integer> numbers = Stream.concat(
                        newsSources().stream().map(NewsSource::n),
                        xPosts().stream().map(XPost::n))
                .toList();
        return numbers.stream().distinct().count() == numbers.size();
    }
}
