package com.newgroktimes.digest.editions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.CheckSettings.Strictness;
import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.mail.dkim.Dkim;
import com.newgroktimes.digest.mail.dkim.KeyRing;
import com.newgroktimes.digest.mail.dkim.NewKey;
import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.testing.NameServer;
import com.newgroktimes.digest.testing.NameServer.Says;
import com.newgroktimes.digest.testing.SampleStories;
import com.newgroktimes.digest.testing.SigningDomain;

import static org.assertj.core.api.Assertions.assertThat;

class DkimCheckTest {

    private static final String NAME = "s1._domainkey.news.example";
    private static final Edition ANY = SampleStories.edition(1);

    @TempDir
    private Path directory;

    private NameServer names;
    private SigningDomain domain;
    private Dkim dkim;

    @BeforeEach
    void aDomain() throws Exception {
        names = new NameServer();
        domain = new SigningDomain("news.example", directory).withKey("s1", Algorithm.RSA);
        dkim = Dkim.on(
                "news.example", new KeyRing(domain.places()), Resolver.of(names.hostAndPort()), Clock.systemUTC());
    }

    @AfterEach
    void isNeededNoMore() {
        dkim.close();
        names.close();
    }

    @Test
    void isFineWhereTheDnsHasTheKey() {
        domain.publishAt(names);

        assertThat(found(Strictness.STOPS)).containsExactly(Finding.fine("news.example"));
    }

    @Test
    void aRecordThatIsThereAndWrongAlwaysStops() {
        names.texts(NAME, List.of("v=DKIM1; p="));
        assertThat(found(Strictness.LOOK)).containsExactly(Finding.stops("revoked", NAME));

        new SigningDomain("news.example", directory)
                .withKey("s1", Algorithm.RSA)
                .publishAt(names);
        dkim.ask(); // the file is the new key's now
        names.texts(NAME, List.of("v=spf1 -all"));
        assertThat(found(Strictness.LOOK)).containsExactly(Finding.stops("unreadable", NAME));

        names.texts(NAME, List.of(NewKey.make(Algorithm.ED25519, 0).record()));
        assertThat(found(Strictness.LOOK)).containsExactly(Finding.stops("other-type", NAME));
    }

    @Test
    void oneThatIsNotThereStopsOnlyIfTheSettingsSaySo() {
        names.of(NAME, Says.NO_SUCH_DOMAIN);
        assertThat(found(Strictness.LOOK)).containsExactly(Finding.look("no-name", NAME));
        assertThat(found(Strictness.STOPS)).containsExactly(Finding.stops("no-name", NAME));

        names.of(NAME, Says.NO_MX);
        assertThat(found(Strictness.STOPS)).containsExactly(Finding.stops("no-record", NAME));
    }

    @Test
    void whatCouldNotBeAskedIsNeverFine() {
        assertThat(check(Strictness.STOPS).look(ANY)).extracting(Finding::level).containsExactly(Level.UNCHECKED);

        names.of(NAME, Says.SERVER_FAILURE);
        assertThat(found(Strictness.STOPS)).containsExactly(new Finding(Level.UNCHECKED, "no-answer", List.of(NAME)));
    }

    @Test
    void aTrialAndAFileThatWasNotTakenAreWorthALook() throws IOException {
        names.texts(NAME, List.of(domain.record("s1").split("(?<=\\G.{200})")));
        Files.writeString(domain.file("s1"), "nothing");

        assertThat(found(Strictness.STOPS)).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.LOOK);
            assertThat(finding.what()).isEqualTo("file");
        });

        names.texts(NAME, List.of((domain.record("s1") + "; t=y").split("(?<=\\G.{200})")));
        assertThat(found(Strictness.STOPS)).contains(Finding.look("testing", NAME));
    }

    @Test
    void notSigningHereIsWorthALook() {
        assertThat(new DkimCheck(Dkim.off(), settings(Strictness.STOPS)).look(ANY))
                .containsExactly(Finding.look("off"));
    }

    private List<Finding> found(Strictness network) {
        DkimCheck check = check(network);
        check.ask(ANY);
        return check.look(ANY);
    }

    private DkimCheck check(Strictness network) {
        return new DkimCheck(dkim, settings(network));
    }

    private static CheckSettings settings(Strictness network) {
        return new CheckSettings(network, List.of(), List.of());
    }
}
