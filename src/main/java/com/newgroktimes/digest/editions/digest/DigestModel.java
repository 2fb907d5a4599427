package com.newgroktimes.digest.editions.digest;

import java.util.List;

/**
 * What the templates of the digest read, as {@code edition}.
 *
 * @param date    the day on which it is sent, spelled out
 * @param webUrl  where it can be read as a page
 * @param minutes how long reading it takes
 * @param note    paragraphs from the editor; none where there is no note
 * @param stories those with a block of their own
 * @param more    the rest: headlines alone
 */
public record DigestModel(
        int number,
        String date,
        String subject,
        String preheader,
        String webUrl,
        int minutes,
        List<String> note,
        List<DigestStory> stories,
        List<Headline> more) {

    public record Headline(String headline, String url, Writing writing) {}
}
