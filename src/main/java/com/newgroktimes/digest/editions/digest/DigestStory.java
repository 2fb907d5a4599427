package com.newgroktimes.digest.editions.digest;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.Excerpt;

/**
 * A story as it stands in the mail. What is missing is null, and its part is left out.
 *
 * @param position   from 1, in this mail
 * @param lead       told at length
 * @param shortTitle the headline, cut where it would be too long for a link
 * @param byline     writer and place, or whichever of them is known
 * @param paragraphs the beginning of the body; none but for a lead
 */
public record DigestStory(
        int position,
        boolean lead,
        @Nullable String section,
        String headline,
        String url,
        String shortTitle,
        @Nullable Picture picture,
        @Nullable String tldr,
        @Nullable Perspective msm,
        @Nullable Perspective x,
        List<Excerpt.Paragraph> paragraphs,
        @Nullable String byline,
        SourceList newsSources,
        SourceList xPosts,
        Writing writing) {

    public record Picture(String url, String alt) {}

    /** @param explained whether the label says what it means: once a mail, at its first one */
    public record Perspective(String text, boolean explained) {}
}
