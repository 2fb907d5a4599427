package com.newgroktimes.digest.editions.digest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.Skeleton.Marks;
import com.newgroktimes.digest.rendering.Excerpt;
import com.newgroktimes.digest.rendering.SampleMail;
import com.newgroktimes.digest.rendering.SampleMails;

/** A digest to try templates with: of one story that has every part, one that has none, and one without a block of its own. */
@Component
class SampleDigest implements SampleMails {

    private static final String URL = "https://example.org/a-story";
    private static final Writing OURS = new Writing(null, null, false);
    private static final Writing THEIRS = new Writing("ar", "rtl", true);

    private static final DigestStory WITH_EVERY_PART = new DigestStory(
            1,
            true,
            "A section",
            "A headline",
            URL,
            "A headline",
            new DigestStory.Picture("https://example.org/a-picture.jpg", "What the picture shows"),
            "What happened, in short.",
            new DigestStory.Perspective("What the big outlets say.", true),
            new DigestStory.Perspective("What X says.", true),
            List.of(new Excerpt.Paragraph("A <em>first</em> paragraph.", "A first paragraph.")),
            "A WRITER, A Place",
            new SourceList(List.of(new SourceList.Source(1, URL, "A source", null)), 2),
            new SourceList(List.of(new SourceList.Source(2, URL, "@somebody", null)), 1),
            OURS);

    private static final DigestStory BARE = new DigestStory(
            2,
            false,
            null,
            "Another headline",
            URL,
            "Another headline",
            null,
            null,
            null,
            null,
            List.of(),
            null,
            new SourceList(List.of(), 0),
            new SourceList(List.of(), 0),
            THEIRS);

    @Override
    public List<SampleMail> in(Locale language) {
        SlotMarks slots = SlotMarks.of(Marks.random());
        var edition = new DigestModel(
                1,
                "Monday",
                "A subject",
                "A preheader",
                "https://example.org/editions/1",
                1,
                List.of("A word from the editor."),
                List.of(WITH_EVERY_PART, BARE),
                List.of(new DigestModel.Headline("A third headline", URL, OURS)));
        return List.of(new SampleMail(
                DigestRenderer.TEMPLATES,
                Map.of("edition", edition, "slots", slots),
                Map.of(
                        "slots.unsubscribe", slots.unsubscribe(),
                        "slots.settings", slots.settings()),
                slots.byName()));
    }
}
