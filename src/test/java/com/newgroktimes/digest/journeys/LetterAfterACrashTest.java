package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.testing.MailSetup;
import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;
import com.newgroktimes.digest.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** A real process, killed between the commit of a sign-up and its confirmation mail. */
class LetterAfterACrashTest {

    private final int port = ProcessSettings.freePort();
    private final int relayPort = ProcessSettings.freePort();
    private final String database = TestDatabase.freshUrl();
    private final GreenMail relay = new GreenMail(MailSetup.smtpAt(relayPort));

    @TempDir
    private Path data;

    @AfterEach
    void stopTheRelay() {
        relay.stop();
    }

    @Test
    void theMailArrivesOnceTheServiceIsBack() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(settings())) {
            // Nobody listens on the relay's port yet.
            assertThat(signUp("ada@example.org")).isEqualTo(303);
            service.kill();
        }
        relay.start();

        try (ServiceProcess service = ServiceProcess.start(settings())) {
            assertThat(relay.waitForIncomingEmail(Duration.ofMinutes(2).toMillis(), 1))
                    .isTrue();
        }
        assertThat(relay.getReceivedMessages()).hasSize(1);
    }

    private int signUp(String address) {
        return new Visitor(port)
                .posts(URI.create("/subscribe"), Map.of("email", address))
                .status();
    }

    private Map<String, Object> settings() {
        return new ProcessSettings(port, relayPort, data).onDatabase(database).all();
    }
}
