package com.newgroktimes.digest.editions.digest;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.newgroktimes.digest.editions.Arrangement;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.Words;

/** Lays out an edition for one variant: which stories, in which order, how much of each. */
final class Layout {

    private final Publication publication;
    private final Words words;
    private final int blocks;

    /** @param blocks how many stories have a block of their own */
    Layout(Publication publication, Words words, int blocks) {
        this.publication = publication;
        this.words = words;
        this.blocks = blocks;
    }

    /** @param page where it can be read in a browser */
    DigestModel of(Edition edition, Variant variant, LocalDate day, URI page) {
        Locale language = words.closest(Locale.forLanguageTag(variant.language()));
        List<EditionStory> stories = wanted(edition, variant);
        var layout = new StoryLayout(publication, language, stories);
        Arrangement arranged = Arrangement.of(stories, blocks);
        List<DigestStory> own = blocks(arranged.blocks(), layout);
        // What the edition says of itself may name a story that this variant leaves out.
        boolean whole = stories.isEmpty() || stories.size() == edition.stories().size();
        return new DigestModel(
                edition.number(),
                words.dateWithWeekday(day, language),
                subject(whole ? edition.subject() : Subject.of(stories)),
                Headlines.line(whole ? edition.preheader() : Preheader.of(stories)),
                page.toString(),
                ReadingTime.minutes(own),
                edition.noteParagraphs(),
                own,
                arranged.links().stream().map(layout::headline).toList());
    }

    /** A mail without one cannot be made, and a check stops an edition without one: what is shown of it goes by our name. */
    private String subject(String typed) {
        String line = Headlines.line(typed);
        return line.isEmpty() ? publication.name() : line;
    }

    /** A reader of some sections gets their stories alone; one of all gets those of unlisted sections too. */
    private static List<EditionStory> wanted(Edition edition, Variant variant) {
        return edition.stories().stream()
                .filter(story -> story.isFor(variant.sections()))
                .toList();
    }

    /** Where the sections leave none that an editor made long, the first one takes its place. */
    private static List<DigestStory> blocks(List<EditionStory> stories, StoryLayout layout) {
        boolean anyLong = stories.stream().anyMatch(EditionStory::isLong);
        var own = new ArrayList<DigestStory>();
        for (EditionStory story : stories) {
            boolean lead = story.isLong() || (!anyLong && own.isEmpty());
            own.add(layout.story(story, own.size() + 1, lead));
        }
        return own;
    }
}
