package com.newgroktimes.digest.stories;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import static java.time.ZoneOffset.UTC;

/** What is written of a story, by the names that statements know it by. */
record StoryColumns(Story story, @Nullable String tldrProposed) {

    /** What an update gives the picture: one that was fetched from elsewhere stays for as long as the story names that same address. */
    static final String PICTURE =
            "case when content -> 'image' ->> 'url' is not distinct from :pictureUrl then picture else :picture end";

    Map<String, @Nullable Object> parameters(JsonMapper json) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("content", json.writeValueAsString(story));
        parameters.put(
                "publishedAt",
                story.publishedAt() == null ? null : story.publishedAt().atOffset(UTC));
        parameters.put("picture", story.picture());
        parameters.put(
                "pictureUrl", story.image() == null ? null : story.image().url());
        parameters.put("tldrProposed", tldrProposed);
        return parameters;
    }
}
