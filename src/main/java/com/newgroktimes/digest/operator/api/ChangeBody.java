package com.newgroktimes.digest.operator.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.EditionChange;
import com.newgroktimes.digest.editions.EditionChange.StoryChange;
import com.newgroktimes.digest.editions.Wish;

/** What is to be otherwise in an edition, in its own shape. */
record ChangeBody(
        Wish<String> subject,
        Wish<String> preheader,
        Wish<String> note,
        @Nullable List<@Nullable StoryBody> stories) implements Instruction {

    record StoryBody(
            @Nullable String url,
            Wish<Integer> position,
            @JsonProperty("long") Wish<Boolean> isLong,
            Wish<Boolean> included,
            Wish<String> headline) {

        private StoryChange change() {
            return new StoryChange(Required.field("stories[].url", url), position, isLong, included, headline);
        }
    }

    EditionChange change() {
        List<@Nullable StoryBody> named = stories == null ? List.of() : stories;
        return new EditionChange(
                subject,
                preheader,
                note,
                named.stream()
                        .map(story -> Required.field("stories[].url", story).change())
                        .toList());
    }
}
