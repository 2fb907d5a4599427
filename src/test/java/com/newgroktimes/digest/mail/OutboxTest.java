package com.newgroktimes.digest.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.mail.catching.CatchingServer;
import com.newgroktimes.digest.mail.catching.MailFolder;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxTest {

    private static final EmailAddress OURS = EmailAddress.ofOurs("digest@news.example");
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final Path folder;
    private final CatchingServer server;
    private final Relay relay;
    private final Outbox outbox;

    OutboxTest(@TempDir Path data) {
        folder = data.resolve("outbox");
        server = new CatchingServer(new MailFolder(folder));
        relay = new Relay(Route.onLoopback(server.port(), "news.example"), Patience.STANDARD);
        outbox = new Outbox(new MailFolder(folder));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void catchesWhatIsSent() {
        Message message = message("дана@example.org", "Grüße, wöchentlich");
        assertThat(relay.offer(message).outcome()).isEqualTo(Outcome.ACCEPTED);

        CaughtMail caught = outbox.find("000001").orElseThrow();
        assertThat(caught.to()).isEqualTo("дана@example.org");
        assertThat(caught.from()).isEqualTo("Die Zeitung <digest@news.example>");
        assertThat(caught.subject()).isEqualTo("Grüße, wöchentlich");
        assertThat(caught.at()).isEqualTo(NOON);
        assertThat(caught.text()).isEqualTo(".Grüße\r\n");
        assertThat(caught.html()).isEqualTo("<p>Grüße</p>\r\n");
        assertThat(caught.source()).isEqualTo(message.bytes());
    }

    @Test
    void forgetsEveryMailToAnAddressAndWhateverElseNamesIt() {
        relay.offer(message("Ada@example.org", "To her"));
        relay.offer(message("ben@example.org", "Of ada@example.org"));
        relay.offer(message("ben@example.org", "Of nobody"));

        outbox.forget(EmailAddress.parse("Ada@example.org"));

        assertThat(outbox.list()).extracting(CaughtMail::subject).containsExactly("Of nobody");
        assertThat(folder).isDirectoryContaining("glob:**000003.eml");
    }

    @Test
    void listsTheNewestFirstAndOutlivesTheService() {
        relay.offer(message("ada@example.org", "First"));
        relay.offer(message("ben@example.org", "Second"));
        server.close();

        try (var again = new CatchingServer(new MailFolder(folder))) {
            new Relay(Route.onLoopback(again.port(), "news.example"), Patience.STANDARD)
                    .offer(message("eve@example.org", "Third"));
        }
        assertThat(outbox.list()).extracting(CaughtMail::subject).containsExactly("Third", "Second", "First");
        assertThat(outbox.list()).extracting(CaughtMail::id).containsExactly("000003", "000002", "000001");
    }

    @Test
    void answersForNoMailThatIsNotWritten() throws IOException {
        Files.delete(folder);
        assertThat(relay.offer(message("ada@example.org", "Lost")).outcome()).isEqualTo(Outcome.PUT_OFF);

        Files.createDirectory(folder);
        assertThat(relay.offer(message("ada@example.org", "Kept")).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outbox.list()).extracting(CaughtMail::subject).containsExactly("Kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000002", "../secrets", "000001.eml", "/etc/passwd", "000001/../000001", "٠٠٠٠٠١"})
    void findsNothingElse(String id) {
        relay.offer(message("ada@example.org", "First"));
        assertThat(outbox.find(id)).isEmpty();
    }

    private static Message message(String to, String subject) {
        EmailAddress address = EmailAddress.parse(to);
        byte[] bytes = MessageHead.of(
                        "Die Zeitung",
                        OURS,
                        address,
                        subject,
                        NOON.atZone(ZoneId.of("UTC")),
                        "<1@news.example>",
                        OURS,
                        "de")
                .join(Skeleton.cut(".Grüße\n", "<p>Grüße</p>\n", Skeleton.Marks.random()), Map.of());
        return new Message(OURS, address, "<1@news.example>", bytes);
    }
}
