package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody uses our forms to fill the inboxes of others, from many places at once. {@code -Ddigest.flood=20000} asks as often. */
@DigestTest
class FloodTest {

    private static final int REQUESTS = Integer.getInteger("digest.flood", 2_000);
    private static final int VICTIMS = 50;
    private static final int NETWORKS = 200;
    private static final int SPELLINGS = 300;
    private static final int AT_ONCE = 16;

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @Test
    void noInboxGetsMoreThanThreeADayAndSixInAMonth() throws Exception {
        List<Integer> answers = flood(REQUESTS, FloodTest::victim);

        assertThat(answers).isSubsetOf(303, 429).contains(303);
        assertThat(mailsByInbox())
                .hasSize(VICTIMS)
                .allSatisfy((inbox, mails) -> assertThat(mails).as(inbox).isBetween(1L, 3L));

        for (int day = 0; day < 3; day++) {
            clock.advance(Duration.ofDays(1));
            flood(REQUESTS / 5, FloodTest::victim);
        }
        assertThat(mailsByInbox())
                .hasSize(VICTIMS)
                .allSatisfy((inbox, mails) -> assertThat(mails).as(inbox).isLessThanOrEqualTo(6L));
    }

    @Test
    void norDoesOneThatIsSpeltInThreeHundredWays() throws Exception {
        List<String> spellings = spellings();
        assertThat(spellings).hasSize(SPELLINGS).doesNotHaveDuplicates();

        List<Integer> answers = flood(SPELLINGS, spellings::get);

        assertThat(answers).containsOnly(303);
        assertThat(mailsByInbox()).containsOnlyKeys("adalove@gmail.com");
        assertThat(mailsByInbox().get("adalove@gmail.com")).isBetween(1L, 3L);
    }

    /** By every door in turn, each from its own network. */
    private List<Integer> flood(int requests, IntFunction<String> address) throws Exception {
        Visitor visitor = new Visitor(port);
        ExecutorService attackers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Integer>> tries = IntStream.range(0, requests)
                    .<Callable<Integer>>mapToObj(i -> () -> visitor.posts(
                                    URI.create(i % 4 == 3 ? "/leave" : "/subscribe"),
                                    Map.of("email", address.apply(i), "keep", "yes"),
                                    Map.of("X-Forwarded-For", "203.0.113." + i % NETWORKS))
                            .status())
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> one : attackers.invokeAll(tries)) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            attackers.shutdownNow();
            readers.haveTheirLetters();
        }
    }

    private static String victim(int number) {
        int victim = number % VICTIMS;
        return "victim%d%s@list-%d.example".formatted(victim, number % 3 == 0 ? "+tag" + number : "", victim % 7);
    }

    /** Dots, tags, cases, and the provider's other name. */
    private static List<String> spellings() {
        Random random = new Random(1);
        return IntStream.range(0, SPELLINGS)
                .mapToObj(i -> {
                    String name = i % 2 == 0 ? "ada.love" : "adaLove";
                    String dotted = random.nextBoolean() ? name : name.replaceFirst("l", "l.");
                    String tagged = dotted + "+" + i;
                    return (i % 5 == 0 ? tagged.toUpperCase(Locale.ROOT) : tagged)
                            + (i % 3 == 0 ? "@googlemail.com" : "@gmail.com");
                })
                .toList();
    }

    private static Map<String, Long> mailsByInbox() {
        return MailServer.received().stream()
                .map(FloodTest::inbox)
                .collect(Collectors.groupingBy(inbox -> inbox, Collectors.counting()));
    }

    private static String inbox(MimeMessage mail) {
        try {
            String[] parts = mail.getRecipients(RecipientType.TO)[0]
                    .toString()
                    .toLowerCase(Locale.ROOT)
                    .split("@");
            String name = parts[0].replaceFirst("\\+.*", "");
            return parts[1].matches("gmail.com|googlemail.com")
                    ? name.replace(".", "") + "@gmail.com"
                    : name + "@" + parts[1];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
