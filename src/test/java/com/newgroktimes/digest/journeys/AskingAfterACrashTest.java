package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.testing.MailSetup;
import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** A real process, killed while it asks the readers of a list to confirm. */
class AskingAfterACrashTest {

    private final int port = ProcessSettings.freePort();
    private final int relayPort = ProcessSettings.freePort();
    private final String database = TestDatabase.freshUrl();
    private final GreenMail relay = new GreenMail(MailSetup.smtpAt(relayPort));
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    @AfterEach
    void stopTheRelay() {
        relay.stop();
    }

    @Test
    void everybodyIsAskedOnceByWhoeverComesBack() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(settings())) {
            // Nobody listens on the relay's port yet.
            post("import", "text/csv", "email\nada@example.org\nben@example.org\neve@example.org\n");
            assertThat(post("ask", "application/json", "{\"import\": 1, \"recipients\": 3}"))
                    .isEqualTo(202);
            eventually("somebody is asked", () -> !get("ask").contains("\"asked\":0"));
            service.kill();
        }
        relay.start();

        try (ServiceProcess service = ServiceProcess.start(settings())) {
            assertThat(relay.waitForIncomingEmail(Duration.ofMinutes(2).toMillis(), 3))
                    .isTrue();
            eventually("it is over", () -> get("ask").contains("\"state\":\"DONE\""));
        }
        assertThat(Arrays.stream(relay.getReceivedMessages()).map(mail -> to(mail)))
                .containsExactlyInAnyOrder("ada@example.org", "ben@example.org", "eve@example.org");
    }

    private static String to(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private int post(String act, String type, String body) throws Exception {
        HttpRequest request = request(act)
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", type)
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private String get(String what) {
        try {
            HttpResponse<String> answer = http.send(request(what).build(), BodyHandlers.ofString());
            return answer.body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/subscribers/" + what))
                .header("Authorization", "Bearer " + ProcessSettings.API_TOKEN);
    }

    /** One reader every five seconds, so that it dies between two of them. */
    private Map<String, Object> settings() {
        return new ProcessSettings(port, relayPort, data)
                .onDatabase(database)
                .with("digest.subscribers.ask-per-minute", "12")
                .all();
    }
}
