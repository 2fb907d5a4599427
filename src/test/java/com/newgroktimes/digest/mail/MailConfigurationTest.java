package com.newgroktimes.digest.mail;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.platform.DataDirectory;
import com.newgroktimes.digest.platform.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailConfigurationTest {

    private static final String FROM = "digest@news.example";
    private static final String REPLY_TO = "editors@news.example";
    private static final String LIST_ID = "digest.news.example";

    @TempDir
    private Path data;

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(MailConfiguration.class, DemoMail.class)
            .withBean(DataDirectory.class, () -> new DataDirectory(data))
            .withBean(RelaySettings.class, () -> new RelaySettings(List.of()))
            .withBean(MailSettings.class, () -> new MailSettings(FROM, "", REPLY_TO, LIST_ID, "", null));

    @Test
    void readsTheSettingsAsAddresses() {
        OurAddresses ours = addresses(FROM, "", REPLY_TO, LIST_ID, "");

        assertThat(ours.from().key()).isEqualTo(FROM);
        assertThat(ours.confirmationFrom()).isEqualTo(ours.from());
        assertThat(ours.replyTo().key()).isEqualTo(REPLY_TO);
        assertThat(ours.returnPath()).isEqualTo(ours.from());
        assertThat(ours.listId()).isEqualTo(LIST_ID);
    }

    @Test
    void takesWhatIsGivenInPlaceOfTheDefaults() {
        OurAddresses ours = addresses(FROM, "welcome@bücher.example", REPLY_TO, LIST_ID, "bounces.news.example");

        assertThat(ours.confirmationFrom().key()).isEqualTo("welcome@xn--bcher-kva.example");
        assertThat(ours.returnPath().key()).isEqualTo("digest@bounces.news.example");
        assertThat(addresses(FROM, " ", REPLY_TO, LIST_ID, " ")).isEqualTo(addresses(FROM, "", REPLY_TO, LIST_ID, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', editors@news.example, digest.news.example, '', digest.mail.from is not set",
        "digest@news, '', editors@news.example, digest.news.example, '', 'digest.mail.from is \"digest@news\"'",
        "mailto:a@news.example, '', editors@news.example, digest.news.example, '', Was a@news.example meant?",
        "digest@news.example, nobody, editors@news.example, digest.news.example, '', digest.mail.confirmation-from",
        "digest@news.example, '', '', digest.news.example, '', digest.mail.reply-to is not set",
        "digest@news.example, '', editors@news.example, '', '', digest.mail.list-id is not set",
        "digest@news.example, '', editors@news.example, <digest>, '', 'digest.mail.list-id is \"<digest>\"'",
        "digest@news.example, '', editors@news.example, digest.news.example, a@b, digest.mail.return-path",
    })
    void stopsTheStartAndNamesTheSetting(
            String from, String confirmationFrom, String replyTo, String listId, String returnPath, String message) {
        assertThatThrownBy(() -> addresses(from, confirmationFrom, replyTo, listId, returnPath))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(message);
    }

    @Test
    void needsARelayOutsideOfTheDemo() {
        service.run(started -> assertThat(started)
                .getFailure()
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("spring.mail.host is not set", "digest.relays"));
        service.withPropertyValues("spring.mail.host=relay.example")
                .run(started -> assertThat(started).hasSingleBean(Relays.class).doesNotHaveBean(Outbox.class));
    }

    @Test
    void letsNothingOutInTheDemo() {
        service.withPropertyValues("spring.profiles.active=demo", "spring.mail.host=relay.example")
                .run(started -> {
                    assertThat(started).hasSingleBean(Relays.class).hasSingleBean(Outbox.class);
                    assertThat(started.getBean(Route.class).host()).isEqualTo("127.0.0.1");
                });
    }

    @Test
    void aMailboxForThoseWhoLeaveHasRoomForAToken() {
        var settings = new MailSettings(FROM, "", REPLY_TO, LIST_ID, "", "leave@news.example");
        assertThat(new MailConfiguration().ourAddresses(settings).unsubscribe())
                .isEqualTo(EmailAddress.parse("leave@news.example"));

        assertThatThrownBy(() -> new MailSettings(FROM, "", REPLY_TO, LIST_ID, "", "a?b@news.example"))
                .hasMessageContaining("digest.mail.unsubscribe");
        assertThatThrownBy(() ->
                        new MailSettings(FROM, "", REPLY_TO, LIST_ID, "", "whoever-wants-to-leave-us@news.example"))
                .hasMessageContaining("at most 24");
    }

    private static OurAddresses addresses(
            String from, String confirmationFrom, String replyTo, String listId, String returnPath) {
        return new MailConfiguration()
                .ourAddresses(new MailSettings(from, confirmationFrom, replyTo, listId, returnPath, null));
    }
}
