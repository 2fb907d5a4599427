package com.newgroktimes.digest.mail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.mail.dkim.Dkim;
import com.newgroktimes.digest.platform.StartRefused;
import com.newgroktimes.digest.testing.SigningDomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DkimSettingsTest {

    @TempDir
    private Path directory;

    @Test
    void withoutAKeyNothingIsSigned() {
        assertThat(dkim(new DkimSettings(null, List.of(), null), "digest@news.example")
                        .isOn())
                .isFalse();
        assertThat(dkim(new DkimSettings("elsewhere.example", List.of(), null), "digest@news.example")
                        .isOn())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', digest@news.example, news.example",
        "news.example, digest@news.example, news.example",
        "NEWS.example, digest@news.example, news.example",
        "news.example, digest@mail.news.example, news.example",
        "mail.news.example, digest@news.example, mail.news.example",
    })
    void theDomainIsTheSendersOrAboveOrBelowIt(String domain, String from, String signer) {
        assertThat(dkim(settings(domain), from).domain()).isEqualTo(signer);
    }

    @ParameterizedTest
    @CsvSource({
        "other.example, digest@news.example",
        "ws.example, digest@news.example",
        "a.news.example, digest@b.news.example"
    })
    void anyOtherStopsTheStart(String domain, String from) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> dkim(settings(domain), from))
                .withMessageContainingAll("digest.dkim.domain is \"" + domain, from, "DMARC");
    }

    @Test
    void aDomainBelowWhichAnybodyMayHaveANameStopsTheStart() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> settings("co.uk"))
                .withMessageContaining("digest.dkim.domain is \"co.uk\": anybody may register a name below it");
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var keys = List.of(
                new DkimSettings.Key("s1", file()),
                new DkimSettings.Key("S1", directory.resolve("nowhere.pem")), // the DNS knows no capitals
                new DkimSettings.Key("s 2", null),
                new DkimSettings.Key(null, file()));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new DkimSettings("not a domain", keys, "dns://x"))
                .withMessageContainingAll(
                        "digest.dkim.domain is \"not a domain\"",
                        "digest.dkim.name-server is \"dns://x\"",
                        "digest.dkim.keys[1].selector is \"S1\": another key has it already",
                        "digest.dkim.keys[1].private-key is",
                        "this file is not there",
                        "digest.dkim.keys[2].selector is \"s 2\"",
                        "digest.dkim.keys[2].private-key is not set",
                        "digest.dkim.keys[3].selector is not set");
    }

    @Test
    void theKeyItselfIsNeverPrinted() throws Exception {
        Path key = Files.writeString(directory.resolve("secret.pem"), "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new DkimSettings(null, List.of(new DkimSettings.Key("s1", key)), null))
                .withMessageContaining("is damaged")
                .withMessageNotContaining("c2VjcmV0");
    }

    private DkimSettings settings(String domain) {
        return new DkimSettings(domain, List.of(new DkimSettings.Key("s1", file())), null);
    }

    private Path file() {
        return new SigningDomain("news.example", directory)
                .withKey("s1", Algorithm.ED25519)
                .file("s1");
    }

    private static Dkim dkim(DkimSettings settings, String from) {
        var ours = new MailSettings(from, "", "editors@news.example", "digest.news.example", "", null).addresses();
        return new DkimConfiguration().dkim(settings, new RelaySettings(List.of()), ours, Clock.systemUTC());
    }
}
