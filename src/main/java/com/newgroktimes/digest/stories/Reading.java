package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.List;

import com.newgroktimes.digest.platform.Problem;

/** What a document was read as, and what of it could not be read or taken. */
public record Reading(ReadStory story, List<Flaw> flaws) {

    public Reading {
        flaws = List.copyOf(flaws);
    }

    /** The same, with what was seen before its fields were looked at. */
    Reading after(List<Flaw> earlier) {
        List<Flaw> all = new ArrayList<>(earlier);
        all.addAll(flaws);
        return new Reading(story, all);
    }

    /**
     * The story, if nothing at all is wrong with it.
     *
     * @throws Problem with every flaw
     */
    public Story flawless() {
        if (!flaws.isEmpty()) {
            throw Flaw.refusal(flaws);
        }
        return whatIsThere();
    }

    /**
     * The story without what is wrong with it.
     *
     * @throws Problem where it lacks the address or the headline, without which there is no story
     */
    public Story whatIsThere() {
        if (story.url() == null || story.headline() == null) {
            throw Flaw.refusal(flaws);
        }
        return new Story(
                story.url(),
                story.section(),
                story.headline(),
                story.tldr(),
                story.msmPerspective(),
                story.xPerspective(),
                story.bodyHtml(),
                story.byline(),
                story.place(),
                story.lang(),
                story.publishedAt(),
                story.image(),
                story.newsSources(),
                story.xPosts());
    }

    /** @throws Problem where one of these fields could not be taken */
    public Reading require(String... fields) {
        List<String> required = List.of(fields);
        List<Flaw> missing =
                flaws.stream().filter(flaw -> required.contains(flaw.field())).toList();
        if (!missing.isEmpty()) {
            throw Flaw.refusal(missing);
        }
        return this;
    }
}
