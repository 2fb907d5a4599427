package com.newgroktimes.digest.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.testing.NameServer;
import com.newgroktimes.digest.testing.NameServer.Says;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MailOperatorsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private NameServer names;
    private MailOperators operators;

    @BeforeEach
    void aNameServer() throws IOException {
        names = new NameServer();
        operators = new MailOperators(true, Resolver.of(names.hostAndPort(), PATIENCE), clock);
    }

    @AfterEach
    void areNeededNoMore() {
        operators.close();
        names.close();
    }

    @Test
    void domainsOfOneOperatorAreToldAsOneOnceTheDnsHasAnswered() {
        names.mx("ada.example", "10 mx1.post.example").mx("ben.example", "10 mx7.eu.post.example");
        names.hold();

        assertThat(operators.of("ada.example")).isEqualTo("ada.example");
        assertThat(operators.of("ben.example")).isEqualTo("ben.example");

        names.letGo();
        awaitThat("ada.example", "post.example");
        awaitThat("ben.example", "post.example");
    }

    @Test
    void theHostThatIsTriedFirstTellsIt() {
        names.mx("ada.example", "20 a.backup.example", "5 mx.post.example", "100 a.attic.example");

        awaitThat("ada.example", "post.example");
    }

    @Test
    void ofHostsThatAreTriedAlikeItIsAlwaysTheSame() {
        names.mx("ada.example", "10 mx.second.example", "10 mx.first.example");
        names.mx("ben.example", "10 mx.first.example", "10 mx.second.example");

        awaitThat("ada.example", "first.example");
        awaitThat("ben.example", "first.example");
    }

    @Test
    void howANameIsWrittenMakesNoDifference() {
        names.mx("ada.example", "10 MX.Post.EXAMPLE");

        awaitThat("Ada.Example", "post.example");
        int asked = names.timesAsked();
        assertThat(operators.of("ADA.example")).isEqualTo("post.example");
        assertThat(names.timesAsked()).isEqualTo(asked);
    }

    @Test
    void namesOfOtherScriptsStayALabels() {
        String domain = EmailAddress.parse("ada@bücher.example").domain();
        names.mx(domain, "10 mx.xn--mnchen-3ya.example");

        awaitThat(domain, "xn--mnchen-3ya.example");
    }

    @Test
    void whoTakesNoMailForAnybodyIsTheirOwnOperator() {
        names.of("silent.example", Says.NULL_MX)
                .of("gone.example", Says.NO_SUCH_DOMAIN)
                .of("plain.example", Says.NO_MX)
                .mx("broken.example", "10 192.0.2.1")
                .mx("bare.example", "10 localhost");
        List<String> domains =
                List.of("silent.example", "gone.example", "plain.example", "broken.example", "bare.example");

        domains.forEach(domain -> assertThat(operators.of(domain)).isEqualTo(domain));
        settle(operators);
        assertThat(names.timesAsked()).isEqualTo(domains.size());

        domains.forEach(domain -> assertThat(operators.of(domain)).isEqualTo(domain));
        settle(operators);
        assertThat(names.timesAsked()).isEqualTo(domains.size());
    }

    @Test
    void whatTheDnsHasNotGotIsAskedForSoonerThanWhatItHas() {
        names.mx("ada.example", "10 mx.post.example").of("new.example", Says.NO_SUCH_DOMAIN);
        operators.of("new.example");
        awaitThat("ada.example", "post.example");
        settle(operators);
        assertThat(names.timesAsked()).isEqualTo(2);
        names.mx("ada.example", "10 mx.other.example").mx("new.example", "10 mx.post.example");

        clock.advance(MailOperators.NONE.plusSeconds(1));
        awaitThat("new.example", "post.example");
        assertThat(operators.of("ada.example")).isEqualTo("post.example");

        clock.advance(MailOperators.FOUND);
        awaitThat("ada.example", "other.example");
    }

    @Test
    void aServerInTroubleIsAskedAgainAfterAWhile() {
        names.of("ada.example", Says.SERVER_FAILURE);
        operators.of("ada.example");
        settle(operators);
        int asked = names.timesAsked();
        assertThat(asked).isPositive();
        assertThat(operators.of("ada.example")).isEqualTo("ada.example");
        settle(operators);
        assertThat(names.timesAsked()).isEqualTo(asked);

        names.mx("ada.example", "10 mx.post.example");
        clock.advance(MailOperators.NO_ANSWER.plusSeconds(1));

        awaitThat("ada.example", "post.example");
    }

    @Test
    void whatWasFoundHoldsWhileTheDnsIsAway() {
        names.mx("ada.example", "10 mx.post.example");
        awaitThat("ada.example", "post.example");
        names.of("ada.example", Says.SERVER_FAILURE);
        int asked = names.timesAsked();

        clock.advance(MailOperators.FOUND.plusSeconds(1));
        operators.of("ada.example");
        settle(operators);
        assertThat(names.timesAsked()).isGreaterThan(asked);

        assertThat(operators.of("ada.example")).isEqualTo("post.example");
    }

    @Test
    void aServerThatSaysNothingCostsNobodyAnyTimeAndHoldsAFewThreads() {
        await().atMost(PATIENCE).until(() -> threads() == 0); // those of other tests

        long began = System.nanoTime();
        try (var hasty = new MailOperators(true, Resolver.of(names.hostAndPort()), clock)) {
            domains(10_000).forEach(domain -> assertThat(hasty.of(domain)).isEqualTo(domain));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            assertThat(threads()).isBetween(1L, 8L);
        }
        await().atMost(PATIENCE).until(() -> threads() == 0);
    }

    @Test
    void ofTenThousandAtOnceSomeAreAskedForAtALaterMention() {
        List<String> domains = domains(10_000);
        domains.forEach(domain -> names.mx(domain, "10 mx.post.example"));
        names.hold();

        domains.forEach(operators::of);
        names.letGo();
        settle(operators);
        assertThat(names.timesAsked()).isGreaterThanOrEqualTo(MailOperators.MOST_ASKED);
        assertThat(names.timesAsked()).isLessThan(MailOperators.MOST_ASKED + 100);

        await().atMost(Duration.ofMinutes(3)).until(() -> areAll(domains, "post.example"));
    }

    private boolean areAll(List<String> domains, String operator) {
        boolean all = domains.stream().map(operators::of).toList().stream().allMatch(operator::equals);
        if (!all && !operators.isAsking()) {
            clock.advance(MailOperators.NO_ANSWER.plusSeconds(1)); // the name server was too slow for some
        }
        return all;
    }

    @Test
    void noMoreAreKeptThanThereIsRoomFor() {
        names.mx("ada.example", "10 mx.post.example").mx("ben.example", "10 mx.post.example");
        try (var few = new MailOperators(true, Resolver.of(names.hostAndPort(), PATIENCE), clock, 1)) {
            await().atMost(PATIENCE).until(() -> few.of("ada.example").equals("post.example"));
            await().atMost(PATIENCE).until(() -> few.of("ben.example").equals("post.example"));

            assertThat(few.of("ada.example")).isEqualTo("ada.example");
        }
    }

    @Test
    void nobodyIsAskedUnlessTheSettingSaysSo() {
        names.mx("ada.example", "10 mx.post.example");
        try (var silent = new MailOperators(false, Resolver.of(names.hostAndPort()), clock)) {
            assertThat(silent.of("ada.example")).isEqualTo("ada.example");
            settle(silent);
            assertThat(silent.of("ada.example")).isEqualTo("ada.example");
        }
        assertThat(names.timesAsked()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1 aspmx.l.google.com, google.com",
        "30 aspmx2.googlemail.com, google.com",
        "1 smtp.google.com, google.com",
        "2 hotmail-com.olc.protection.outlook.com, outlook.com",
        "0 ada-example.mail.protection.outlook.com, ada.example",
        "0 ada-example.o-v1.mx.microsoft, ada.example",
        "1 mta5.am0.yahoodns.net, yahoodns.net",
        "10 mx01.mail.icloud.com, icloud.com",
        "10 mx00.emig.gmx.net, gmx.net",
        "10 mx00.ionos.co.uk, ionos.com",
        "10 mx00.kundenserver.de, ionos.com",
        "10 mx.mail.example.co.uk, example.co.uk",
        "10 notgooglemail.com, notgooglemail.com"
    })
    void largeOperatorsAreOneEachAndTheirCustomersThemselvesWhereTheyDecide(String record, String operator) {
        names.mx("ada.example", record);
        if (operator.equals("ada.example")) {
            operators.of("ada.example");
            settle(operators);
            assertThat(names.timesAsked()).isOne();
        }
        awaitThat("ada.example", operator);
    }

    private void awaitThat(String domain, String operator) {
        await().atMost(PATIENCE).until(() -> operators.of(domain).equals(operator));
    }

    /** An answer that is on its way is kept by then. */
    private static void settle(MailOperators asking) {
        await().atMost(PATIENCE).until(() -> !asking.isAsking());
    }

    private static List<String> domains(int many) {
        return IntStream.range(0, many)
                .mapToObj(each -> "d" + each + ".example")
                .toList();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("mail operators"))
                .count();
    }
}
