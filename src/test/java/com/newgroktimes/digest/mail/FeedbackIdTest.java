package com.newgroktimes.digest.mail;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedbackIdTest {

    @Test
    void endsWithASenderOfFiveToFifteenCharacters() {
        assertThat(FeedbackId.digest("newgroktimes.example")).isEqualTo("digest:weekly:list:newgroktimesexa");
        assertThat(FeedbackId.digest("x.y")).isEqualTo("digest:weekly:list:xydigest");
    }
}
