package com.newgroktimes.digest.mail.dkim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.testing.Eventually;
import com.newgroktimes.digest.testing.NameServer;
import com.newgroktimes.digest.testing.NameServer.Says;
import com.newgroktimes.digest.testing.SigningDomain;

import static org.assertj.core.api.Assertions.assertThat;

class KeyWatchTest {

    private static final String NAME = "s1._domainkey.news.example";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private NameServer names;
    private SigningDomain domain;

    @BeforeEach
    void aDomain() throws IOException {
        names = new NameServer();
        domain = new SigningDomain("news.example", directory).withKey("s1", Algorithm.RSA);
    }

    @AfterEach
    void isNeededNoMore() {
        names.close();
    }

    @Test
    void findsTheKeyInOneRecordOfSeveralStrings() throws Exception {
        domain.withKey("e1", Algorithm.ED25519).publishAt(names);

        assertThat(fits()).containsExactly(Fit.FITS, Fit.FITS);
    }

    @Test
    void knowsARecordHoweverItIsWritten() throws Exception {
        String text = domain.record("s1");

        assertThat(fitOf(text.replace("v=DKIM1; ", ""))).isEqualTo(Fit.FITS);
        assertThat(fitOf(text.replace("k=rsa; ", ""))).isEqualTo(Fit.FITS);
        assertThat(fitOf(text.replace("; ", " ;  ") + ";")).isEqualTo(Fit.FITS);
        assertThat(fitOf(text + "; h=sha1:sha256; s=email; t=s; n=\"a note\\\""))
                .isEqualTo(Fit.FITS);
        assertThat(fitOf(text + "; t=y:s")).isEqualTo(Fit.TESTING);
    }

    @Test
    void tellsWhatIsWrongWithARecord() throws Exception {
        String text = domain.record("s1");
        String other = NewKey.make(Algorithm.RSA, 2048).record();

        assertThat(fitOf(other)).isEqualTo(Fit.OTHER_KEY);
        assertThat(fitOf("v=DKIM1; k=rsa; p=")).isEqualTo(Fit.REVOKED);
        assertThat(fitOf(NewKey.make(Algorithm.ED25519, 0).record())).isEqualTo(Fit.OTHER_TYPE);
        assertThat(fitOf(text + "; h=sha1")).isEqualTo(Fit.NOT_FOR_US);
        assertThat(fitOf(text + "; s=tlsrpt")).isEqualTo(Fit.NOT_FOR_US);
        assertThat(fitOf("v=spf1 -all")).isEqualTo(Fit.UNREADABLE);
        assertThat(fitOf("v=DKIM1; p=nonsense!")).isEqualTo(Fit.UNREADABLE);
        assertThat(fitOf(text.substring(0, text.length() - 40))).isEqualTo(Fit.UNREADABLE);
        names.texts(NAME, List.of("v=DKIM1; p="), List.of("x"));
        assertThat(fits()).containsExactly(Fit.SEVERAL);
    }

    @Test
    void tellsWhatIsNotThereFromWhatIsNotKnown() throws Exception {
        names.of(NAME, Says.NO_SUCH_DOMAIN);
        assertThat(fits()).containsExactly(Fit.NO_SUCH_NAME);
        names.of(NAME, Says.NO_MX);
        assertThat(fits()).containsExactly(Fit.NO_RECORD);
        names.of(NAME, Says.SERVER_FAILURE);
        assertThat(fits()).containsExactly(Fit.NO_ANSWER);
        names.close();
        assertThat(fits()).containsExactly(Fit.NO_ANSWER);
    }

    @Test
    void aNewKeyTakesOverOnceItIsPublished() throws Exception {
        domain.withKey("s0", Algorithm.RSA).publishAt(names);
        names.of("s0._domainkey.news.example", Says.NO_SUCH_DOMAIN);
        KeyRing keys =
                new KeyRing(List.of(domain.places().get(1), domain.places().get(0)));
        try (KeyWatch watch = watch(keys)) {
            watch.ask();
            assertThat(keys.signing()).extracting(SigningKey::selector).containsExactly("s1");
            assertThat(watch.last()).extracting(PublishedKey::signs).containsExactly(false, true);

            domain.publishAt(names);
            watch.ask();
            assertThat(keys.signing()).extracting(SigningKey::selector).containsExactly("s0");

            names.of("s0._domainkey.news.example", Says.SERVER_FAILURE);
            watch.ask();
            assertThat(keys.signing()).extracting(SigningKey::selector).containsExactly("s0");
        }
    }

    @Test
    void aNewKeySignsNothingUntilTheDnsHasSaidThatItIsThere() throws Exception {
        domain.withKey("s0", Algorithm.RSA);
        KeyRing keys =
                new KeyRing(List.of(domain.places().get(1), domain.places().get(0)));
        assertThat(keys.signing())
                .as("before anybody is asked")
                .extracting(SigningKey::selector)
                .containsExactly("s1");
        try (KeyWatch watch = watch(keys)) {
            names.of(NAME, Says.SERVER_FAILURE);
            names.of("s0._domainkey.news.example", Says.SERVER_FAILURE);
            watch.ask();
            assertThat(keys.signing())
                    .as("without an answer")
                    .extracting(SigningKey::selector)
                    .containsExactly("s1");

            domain.publishAt(names);
            names.of("s0._domainkey.news.example", Says.SERVER_FAILURE);
            watch.ask();
            assertThat(keys.signing())
                    .as("with an answer for the old one")
                    .extracting(SigningKey::selector)
                    .containsExactly("s1");

            names.of(NAME, Says.NO_SUCH_DOMAIN);
            watch.ask();
            assertThat(keys.signing())
                    .as("once the old one is gone")
                    .extracting(SigningKey::selector)
                    .containsExactly("s0");
        }
    }

    @Test
    void aKeyThatWasReplacedBesideAnotherSignsOnceItIsPublished() throws Exception {
        domain.withKey("s0", Algorithm.RSA).publishAt(names);
        KeyRing keys =
                new KeyRing(List.of(domain.places().get(1), domain.places().get(0)));
        try (KeyWatch watch = watch(keys)) {
            watch.ask();
            assertThat(keys.signing()).extracting(SigningKey::selector).containsExactly("s0");

            domain.withKey("s0", Algorithm.RSA);
            keys.readAgain();
            assertThat(keys.signing()).extracting(SigningKey::selector).containsExactly("s1");

            domain.publishAt(names);
            watch.ask();
            assertThat(keys.signing()).extracting(SigningKey::selector).containsExactly("s0");
        }
    }

    @Test
    void whereNoKeyIsPublishedTheFirstSigns() throws Exception {
        names.of(NAME, Says.NO_SUCH_DOMAIN);
        KeyRing keys = new KeyRing(domain.places());
        try (KeyWatch watch = watch(keys)) {
            watch.ask();
            assertThat(keys.signing()).extracting(SigningKey::selector).containsExactly("s1");
        }
    }

    @Test
    void aKeyThatWasReplacedIsTakenAndABrokenOneIsNot() throws Exception {
        domain.publishAt(names);
        KeyRing keys = new KeyRing(domain.places());
        SigningKey first = keys.signing().get(0);
        NewKey another = NewKey.make(Algorithm.RSA, 2048);
        try (KeyWatch watch = watch(keys)) {
            Files.writeString(domain.file("s1"), another.pem().substring(0, 200));
            watch.ask();
            assertThat(keys.signing()).containsExactly(first);
            assertThat(watch.last().get(0).fault())
                    .hasValueSatisfying(fault -> assertThat(fault).contains("s1.pem", "is damaged"));

            Files.delete(domain.file("s1"));
            watch.ask();
            assertThat(keys.signing()).containsExactly(first);
            assertThat(watch.last().get(0).fault())
                    .hasValueSatisfying(fault -> assertThat(fault).contains("is not there"));

            Files.writeString(domain.file("s1"), another.pem());
            watch.ask();
            assertThat(keys.signing()).doesNotContain(first).hasSize(1);
            assertThat(watch.last().get(0).fault()).isEmpty();
            assertThat(watch.last().get(0).fit()).isEqualTo(Fit.OTHER_KEY);
        }
    }

    @Test
    void theWatchAsksByItself() throws Exception {
        domain.publishAt(names);
        try (Dkim dkim = Dkim.on(
                "news.example",
                new KeyRing(domain.places()),
                Resolver.of(names.hostAndPort(), PATIENCE),
                Clock.systemUTC())) {
            assertThat(dkim.published()).extracting(PublishedKey::fit).containsExactly(Fit.NOT_ASKED);

            dkim.watch();

            Eventually.eventually("it knows", () -> dkim.published().get(0).fit() == Fit.FITS);
        }
    }

    private Fit fitOf(String text) throws Exception {
        names.texts(NAME, KeyRecord.strings(text));
        return fits().get(0);
    }

    private List<Fit> fits() throws Exception {
        try (KeyWatch watch = watch(new KeyRing(domain.places()))) {
            watch.ask();
            return watch.last().stream().map(PublishedKey::fit).toList();
        }
    }

    private KeyWatch watch(KeyRing keys) {
        return new KeyWatch("news.example", keys, Resolver.of(names.hostAndPort(), PATIENCE));
    }
}
