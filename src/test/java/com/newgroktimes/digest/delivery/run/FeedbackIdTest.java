package com.newgroktimes.digest.delivery.run;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedbackIdTest {

    @Test
    void endsWithASenderOfFiveToFifteenCharacters() {
        assertThat(FeedbackId.of("newgroktimes.example")).isEqualTo("digest:weekly:list:newgroktimesexa");
        assertThat(FeedbackId.of("x.y")).isEqualTo("digest:weekly:list:xydigest");
    }
}
