package com.newgroktimes.digest.delivery.spam;

import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class SpamdTest {

    private static final String MESSAGE = "Subject: Über\r\n\r\nDocks.\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void theWholeMessageIsAskedAboutAndTheVerdictRead() throws IOException {
        try (var spamd = new ScriptedSpamd(
                "SPAMD/1.1 0 EX_OK\r\nContent-length: 27\r\nSpam: False ; 3.4 / 5.0\r\n\r\nHTML_MESSAGE,NO_RECEIVED\r\n")) {
            SpamVerdict verdict = judge(spamd, PATIENCE);

            assertThat(verdict).isEqualTo(new SpamVerdict(3.4, List.of("HTML_MESSAGE", "NO_RECEIVED")));
            assertThat(spamd.asked())
                    .isEqualTo("SYMBOLS SPAMC/1.5\r\nContent-length: %d\r\n\r\n%s"
                            .formatted(MESSAGE.getBytes(UTF_8).length, MESSAGE));
        }
    }

    @Test
    void aMailThatNoRuleHitsHasAVerdictToo() throws IOException {
        try (var spamd = new ScriptedSpamd("SPAMD/1.1 0 EX_OK\r\nSpam: False ; -0.1 / 5.0\r\n\r\n")) {
            assertThat(judge(spamd, PATIENCE)).isEqualTo(new SpamVerdict(-0.1, List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "SPAMD/1.0 76 Bad header line: (EOF)\r\n\r\n",
                "SPAMD/1.1 0 EX_OK\r\n\r\nSpam: False ; 1.0 / 5.0",
                "SPAMD/1.1 0 EX_OK\r\nSpam: False ; many / 5.0\r\n\r\n",
                "\0\0\0",
            })
    void whatIsNoVerdictIsNotTakenForOne(String answer) throws IOException {
        try (var spamd = new ScriptedSpamd(answer)) {
            assertThatThrownBy(() -> judge(spamd, PATIENCE)).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void anAnswerIsBoundedInBytes() throws IOException {
        try (var spamd =
                new ScriptedSpamd("SPAMD/1.1 0 EX_OK\r\nSpam: True ; 9 / 5\r\n\r\n" + "RULE,".repeat(20_000))) {
            assertThatThrownBy(() -> judge(spamd, PATIENCE))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("65,536");
        }
    }

    @Test
    void andInTime() throws IOException {
        try (var spamd = new ScriptedSpamd("")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> assertThatThrownBy(() -> judge(spamd, Duration.ofMillis(300)))
                            .isInstanceOf(IOException.class)
                            .isNotInstanceOf(ProtocolException.class));
        }
    }

    @Test
    void anAddressIsAHostAndAPort() {
        assertThat(SpamdAddress.valueOf(" localhost:783 ")).isEqualTo(new SpamdAddress("localhost", 783));
        assertThat(SpamdAddress.valueOf("[::1]:783"))
                .isEqualTo(new SpamdAddress("::1", 783))
                .hasToString("[::1]:783");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:",
                ":783",
                "localhost:0",
                "localhost:70000",
                "tcp://localhost:783",
                "::1:783"
            })
    void andNothingElse(String given) {
        assertThatThrownBy(() -> SpamdAddress.valueOf(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Write them as localhost:783.");
    }

    private static SpamVerdict judge(ScriptedSpamd spamd, Duration patience) throws IOException {
        return new Spamd(spamd.address(), patience).judge(MESSAGE.getBytes(UTF_8));
    }
}
