package com.newgroktimes.digest.stories;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedAddressesTest {

    private final SharedAddresses shared = new SharedAddresses();

    @Test
    void whatIsToldTwiceInTheSameWordsIsLeftOutNowhere() {
        shared.add("https://a.example/1", "Cranes turn");
        shared.add("https://a.example/1", "Cranes turn");
        shared.add("https://a.example/2", "Boats sink");

        assertThat(shared.troubles()).isEmpty();
    }

    @Test
    void headlinesThatDifferAreCountedOnceEach() {
        shared.add("https://a.example/1", "Cranes turn");
        shared.add("https://a.example/1", "Boats sink");
        shared.add("https://a.example/1", "Boats sink");

        assertThat(shared.troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.sentence())
                        .contains("2 entries have this address")
                        .contains("\"Cranes turn\". Left out: \"Boats sink\"."));
    }
}
