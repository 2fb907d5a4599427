package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.stream.Stream;

import com.newgroktimes.digest.stories.Story;

/** A link that readers of an edition may follow, and the headline of the story that has it. */
record EditionLink(String headline, String url) {

    /** Each once a story: to the story itself, its news sources and its X posts. */
    static List<EditionLink> of(Edition edition) {
        return edition.stories().stream()
                .map(EditionStory::content)
                .flatMap(EditionLink::of)
                .distinct()
                .toList();
    }

    private static Stream<EditionLink> of(Story story) {
        Stream<String> sources = Stream.concat(
                story.newsSources().stream().map(Story.NewsSource::url),
                story.xPosts().stream().map(Story.XPost::url));
        return Stream.concat(Stream.of(story.url()), sources).map(url -> new EditionLink(story.headline(), url));
    }
}
