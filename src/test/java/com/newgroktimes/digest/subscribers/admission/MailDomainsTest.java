package com.newgroktimes.digest.subscribers.admission;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.platform.TestKeys;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.OtherAdmissions;
import com.newgroktimes.digest.subscribers.Verdict;
import com.newgroktimes.digest.testing.NameServer;
import com.newgroktimes.digest.testing.NameServer.Says;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class MailDomainsTest {

    private final SettableClock clock = new SettableClock();
    private NameServer names;
    private MailDomains domains;

    @BeforeEach
    void aNameServer() throws IOException {
        names = new NameServer();
        domains = new MailDomains(true, Resolver.of(names.hostAndPort()), clock);
    }

    @AfterEach
    void isNeededNoMore() {
        names.close();
    }

    @Test
    void whatIsNotThereTakesNoMail() {
        names.of("gone.example", Says.NO_SUCH_DOMAIN);

        assertThat(domains.takesNoMail("gone.example")).isTrue();
    }

    @Test
    void norDoesWhatSaysSo() {
        names.of("silent.example", Says.NULL_MX);

        assertThat(domains.takesNoMail("silent.example")).isTrue();
    }

    @Test
    void whoAddsSomebodyByHandIsToldSo() {
        names.of("gone.example", Says.NO_SUCH_DOMAIN).of("mail.example", Says.AN_MX);
        Admission admission = OtherAdmissions.asking(
                new RecentRequests(JdbcClient.create(TestDatabase.fresh()), TestKeys.keys(), clock), domains);

        assertThat(admission.doubt(EmailAddress.parse("ada@gone.example"))).contains(Verdict.NO_MAIL_THERE);
        assertThat(admission.doubt(EmailAddress.parse("ada@mail.example"))).isEmpty();
    }

    @Test
    void whatNamesAMailServerTakesItAndSoDoesWhatNamesNone() {
        names.of("mail.example", Says.AN_MX).of("plain.example", Says.NO_MX);

        assertThat(domains.takesNoMail("mail.example")).isFalse();
        assertThat(domains.takesNoMail("plain.example")).isFalse();
    }

    @Test
    void whatCannotBeKnownTurnsNobodyAway() {
        names.of("failing.example", Says.SERVER_FAILURE);

        assertThat(domains.takesNoMail("failing.example")).isFalse();
        long began = System.nanoTime();
        assertThat(domains.takesNoMail("no-answer.example")).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatIsKnownIsNotAskedAgainForHalfAnHour() {
        names.of("gone.example", Says.NO_SUCH_DOMAIN);
        boolean first = domains.takesNoMail("gone.example");
        int asked = names.timesAsked();
        assertThat(domains.takesNoMail("gone.example")).isEqualTo(first).isTrue();
        assertThat(names.timesAsked()).isEqualTo(asked);

        names.of("gone.example", Says.AN_MX);
        clock.advance(Duration.ofMinutes(31));
        assertThat(domains.takesNoMail("gone.example")).isFalse();
    }

    @Test
    void nobodyIsAskedUnlessTheSettingSaysSo() {
        names.of("gone.example", Says.NO_SUCH_DOMAIN);

        assertThat(new MailDomains(false, Resolver.of(names.hostAndPort()), clock).takesNoMail("gone.example"))
                .isFalse();
        assertThat(names.timesAsked()).isZero();
    }
}
