package com.newgroktimes.digest.mail.smtp;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.testing.ScriptedRelay;

import static org.assertj.core.api.Assertions.assertThat;

class LineTest {

    /** With Nagle's algorithm on, each message would take 40 ms and more. */
    @Test
    void sendsAtOnceWhatItIsGiven() throws Exception {
        try (var relay = new ScriptedRelay()) {
            Line line = Dialling.open(Route.onLoopback(relay.port(), "news.example"), Patience.STANDARD);

            assertThat(line.sendsAtOnce()).isTrue();
            line.close();
            assertThat(relay.commands()).containsExactly("EHLO news.example", "QUIT");
        }
    }
}
