package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArrangementTest {

    private final List<EditionStory> stories = Stream.of("one", "two", "three")
            .map(name -> new EditionStory(1, 1, false, TestStory.named(name).story(), null))
            .toList();

    @Test
    void theFirstHaveABlockAndTheRestAreLinks() {
        Arrangement arranged = Arrangement.of(stories, 2);

        assertThat(arranged.blocks()).isEqualTo(stories.subList(0, 2));
        assertThat(arranged.links()).isEqualTo(stories.subList(2, 3));
    }

    @Test
    void fewStoriesAllHaveABlock() {
        Arrangement arranged = Arrangement.of(stories, 12);

        assertThat(arranged.blocks()).isEqualTo(stories);
        assertThat(arranged.links()).isEmpty();
    }
}
