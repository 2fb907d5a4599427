package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.stories.Story.Image;

/** A whole story, and the same with one thing changed. */
record TestStory(
        String name,
        @Nullable String section,
        String headline,
        @Nullable String tldr,
        @Nullable String msm,
        @Nullable String x,
        @Nullable Instant published,
        @Nullable Image image) {

    static TestStory named(String name) {
        return new TestStory(
                name,
                "Science",
                "What is known about " + name + " so far",
                "Short: " + name + " happened, and it will be talked about for a while.",
                "Outlets tell it as progress, with two caveats.",
                "On X they argue about who paid for it, and why.",
                null,
                null);
    }

    TestStory at(String moment) {
        return at(Instant.parse(moment));
    }

    TestStory at(Instant moment) {
        return new TestStory(name, section, headline, tldr, msm, x, moment, image);
    }

    TestStory in(@Nullable String otherSection) {
        return new TestStory(name, otherSection, headline, tldr, msm, x, published, image);
    }

    TestStory headed(String other) {
        return new TestStory(name, section, other, tldr, msm, x, published, image);
    }

    TestStory withTldr(@Nullable String other) {
        return new TestStory(name, section, headline, other, msm, x, published, image);
    }

    TestStory telling(@Nullable String otherMsm, @Nullable String otherX) {
        return new TestStory(name, section, headline, tldr, otherMsm, otherX, published, image);
    }

    TestStory showing(@Nullable String url, @Nullable String alt) {
        return new TestStory(name, section, headline, tldr, msm, x, published, new Image(url, alt));
    }

    Story story() {
        return new Story(
                "https://news.example.org/" + name,
                section,
                headline,
                tldr,
                msm,
                x,
                "<p>All of it.</p>",
                "A WRITER",
                "Geneva",
                "en",
                published,
                image,
                List.of(),
                List.of());
    }
}
