package com.newgroktimes.digest.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.testing.ScriptedRelay;

import static org.assertj.core.api.Assertions.assertThat;

class RelayMeterTest {

    private static final Message HELLO = new Message(
            EmailAddress.ofOurs("digest@news.example"),
            EmailAddress.parse("ada@example.org"),
            "<12.1.345.MAC-of_it@news.example>",
            "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII));

    private final ScriptedRelay one = new ScriptedRelay();
    private final ScriptedRelay other = new ScriptedRelay();
    private final Relay ours = at(one);
    private final Relay oursWithAnotherAccount = at(one);
    private final Relay second = at(other);
    private final Relays relays = new Relays(List.of(ours, oursWithAnotherAccount, second), System::nanoTime);
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        relays.close();
        one.close();
        other.close();
    }

    @Test
    void whatEachAcceptedIsCountedOfARunAndSingly() {
        new RelayMeter(relays, meters);
        one.answers("RCPT", "", "550 5.1.1 no such user");

        relays.offer(HELLO);
        relays.offer(HELLO);
        try (Relay.Connection ofARun = oursWithAnotherAccount.connection()) {
            ofARun.offer(HELLO);
            ofARun.offer(HELLO);
        }
        assertThat(second.offer(HELLO).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(accepted(ours)).isEqualTo(3);
        assertThat(accepted(second)).isEqualTo(1);
    }

    private double accepted(Relay relay) {
        return meters.get("digest.relay.accepted")
                .tag("relay", relay.name())
                .functionCounter()
                .count();
    }

    private static Relay at(ScriptedRelay server) {
        return new Relay(Route.onLoopback(server.port(), "news.example"), Phase.PATIENT);
    }
}
