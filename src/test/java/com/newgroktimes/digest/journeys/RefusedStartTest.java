package com.newgroktimes.digest.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whoever starts the service with settings that cannot be is told so in a few lines, and can mend all of them at once. */
class RefusedStartTest {

    @TempDir
    private Path data;

    @Test
    void whatIsMissingIsNamedAtOnce() {
        String told = refusal(Map.of(
                "digest.data-directory",
                data,
                "spring.mail.host",
                "",
                "spring.mail.port",
                "abc",
                "digest.trusted-proxies",
                "proxy",
                "digest.delivery.holding",
                "soon"));

        assertThat(told)
                .contains("9 settings are missing or wrong.")
                .contains("spring.mail.port is \"abc\"", "digest.trusted-proxies is \"proxy\"")
                .contains("digest.publication.postal-address is not set")
                .contains("digest.base-url", "digest.mail.from", "digest.mail.reply-to", "digest.mail.list-id")
                .contains("spring.mail.host is not set")
                .contains("digest.delivery.holding is \"soon\": it must be a length of time");
        assertThat(data).as("nothing was begun").isEmptyDirectory();
    }

    @Test
    void whatHangsOnOtherSettingsIsNamedBesideThem() {
        var settings = settings("jdbc:postgresql://127.0.0.1:%d/digest".formatted(ProcessSettings.freePort()));
        settings.keySet().removeAll(Set.of("spring.mail.host", "spring.mail.port"));
        settings.put("digest.relays[0].host", "relay.example.org");
        settings.put("digest.relays[0].ssl-bundle", "ours");
        settings.put("digest.dkim.domain", "elsewhere.example");
        settings.put("digest.dkim.keys[0].selector", "s1");
        settings.put("digest.dkim.keys[0].private-key", data.resolve("nowhere.pem"));
        settings.put("digest.delivery.mx-name-server", "dns://x");
        settings.put("digest.delivery.holding", "soon");

        assertThat(refusal(settings))
                .contains("5 settings are missing or wrong.")
                .contains("digest.relays[0].ssl-bundle is \"ours\"", "digest.dkim.domain is \"elsewhere.example\"")
                .contains("nowhere.pem\": this file is not there. See whether the path is right")
                .contains("digest.delivery.mx-name-server is \"dns://x\"", "digest.delivery.holding is \"soon\"");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithItsLine() throws IOException {
        Path file = data.resolve("application.yml");
        Files.writeString(file, "digest:\n  publication:\n\tname: The Gazette\n");

        String told = refusal(Map.of("spring.config.additional-location", data + "/"));

        assertThat(told)
                .contains("%s, line 3, cannot be read: a tab stands where YAML allows blanks alone.".formatted(file))
                .contains("Put blanks in its place.");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedWithWhatItSaid() {
        int nobody = ProcessSettings.freePort();

        String told = refusal(settings("jdbc:postgresql://127.0.0.1:%d/digest".formatted(nobody)));

        assertThat(told)
                .contains("jdbc:postgresql://127.0.0.1:%d/digest did not let the service in".formatted(nobody))
                .contains("refused", "SPRING_DATASOURCE_URL");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedWithWhatItSaid() {
        String told = refusal(settings(TestDatabase.freshUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/nowhere")));

        assertThat(told).contains("\"nowhere\" does not exist", "Make the database");
    }

    private Map<String, Object> settings(String database) {
        var settings = new HashMap<>(new ProcessSettings(ProcessSettings.freePort(), 25, data).all());
        settings.put("spring.datasource.url", database);
        settings.put("spring.datasource.username", "postgres");
        return settings;
    }

    private static String refusal(Map<String, Object> settings) {
        AssertionError refused = catchThrowableOfType(
                AssertionError.class, () -> ServiceProcess.start(settings).close());
        assertThat(refused).as("it started").isNotNull();
        String told = String.valueOf(refused.getMessage());
        assertThat(told).contains("APPLICATION FAILED TO START").doesNotContain("\tat ", " WARN ");
        assertThat(told.lines()).hasSizeLessThan(40).allMatch(line -> line.length() < 400);
        return told;
    }
}
