package com.newgroktimes.digest.operator.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.Proposals;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;

/** Accept the TL;DRs that are proposed for stories without one: what was seen, or as many as were seen. */
@RestController
@RequestMapping(path = "/api/v1/stories", produces = MediaType.APPLICATION_JSON_VALUE)
final class ProposalsApi {

    private final Stories stories;
    private final Editions editions;
    private final Publication publication;
    private final Proposals proposals;

    ProposalsApi(Stories stories, Editions editions, Publication publication, Proposals proposals) {
        this.stories = stories;
        this.editions = editions;
        this.publication = publication;
        this.proposals = proposals;
    }

    record One(@Nullable String url, @Nullable String tldrProposed) implements Instruction {}

    @PostMapping("/accept")
    StoryBody accept(@RequestBody One one) {
        String url = Required.field("url", one.url());
        String proposed = Required.field("tldrProposed", one.tldrProposed());
        StoredStory story = stories.find(url).orElseThrow(() -> StoriesApi.unknown(url));
        if (!stories.accept(story, proposed)) {
            throw notWhatIsProposed(story);
        }
        editions.completePictures();
        StoredStory accepted = stories.find(url).orElseThrow();
        return StoryBody.of(accepted, editions.placement(accepted), publication, List.of());
    }

    private static Problem notWhatIsProposed(StoredStory story) {
        String now = story.story().tldr() != null
                ? "It has a TL;DR of its own."
                : story.tldrProposed() == null
                        ? "Nothing is proposed for it. Send it again with a TL;DR."
                        : "Proposed is: \u201c%s\u201d Look at it, and accept that.".formatted(story.tldrProposed());
        return new Problem(
                Problem.Kind.CONFLICT,
                "That is not what is proposed",
                "The TL;DR that you accept is not the one proposed for %s. %s"
                        .formatted(story.story().url(), now));
    }

    /** @param stories how many were seen to have a proposal */
    record Week(@Nullable String week, @Nullable Integer stories) implements Instruction {}

    record Accepted(int accepted) {}

    @PostMapping("/accept-week")
    Accepted accept(@RequestBody Week asked) {
        String week = Required.field("week", asked.week());
        int seen = Required.field("stories", asked.stories());
        return new Accepted(proposals.accept(week, seen));
    }
}
