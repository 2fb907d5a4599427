package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Story;

/**
 * A story that changed since an edition that has it was frozen.
 *
 * @param story     number of the story
 * @param withdrawn whether it is gone since
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
        compare("image", ours.image(), theirs.image(), differences);
        compare("newsSources", ours.newsSources(), theirs.newsSources(), differences);
        compare("xPosts", ours.xPosts(), theirs.xPosts(), differences);
        return new NewVersion(now.id(), now.changedAt(), now.withdrawnAt() != null, differences);
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
