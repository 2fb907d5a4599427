package com.newgroktimes.digest.delivery.testsend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.newgroktimes.digest.delivery.TestAddresses;
import com.newgroktimes.digest.delivery.TestSend;
import com.newgroktimes.digest.delivery.testsend.Claims.Claim;
import com.newgroktimes.digest.editions.EditionProof;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Outcome;
import com.newgroktimes.digest.mail.Relay;
import com.newgroktimes.digest.mail.Relays;
import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.subscribers.Subscribers;

/**
 * Sends tests. As for deliveries, the line is opened first, then the copies are claimed, then they leave: a relay
 * that is away leaves nothing behind.
 */
@Component
public class TestSends {

    /** How long whoever pressed the button may have to wait. */
    static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final Logger log = LoggerFactory.getLogger(TestSends.class);

    private final Editions editions;
    private final Subscribers subscribers;
    private final Claims claims;
    private final PastTests past;
    private final TestMails mails;
    private final Relays relays;
    private final Clock clock;
    private final Duration patience;

    @Autowired
    TestSends(
            Editions editions,
            Subscribers subscribers,
            Claims claims,
            PastTests past,
            TestMails mails,
            Relays relays,
            Clock clock) {
        this(editions, subscribers, claims, past, mails, relays, clock, PATIENCE);
    }

    TestSends(
            Editions editions,
            Subscribers subscribers,
            Claims claims,
            PastTests past,
            TestMails mails,
            Relays relays,
            Clock clock,
            Duration patience) {
        this.editions = editions;
        this.subscribers = subscribers;
        this.claims = claims;
        this.past = past;
        this.mails = mails;
        this.relays = relays;
        this.clock = clock;
        this.patience = patience;
    }

    /** @throws Problem where nothing was sent, or where the test was cut short, and why */
    public TestSend send(int edition, Variant variant, TestAddresses to, String by) {
        Instant asked = clock.instant();
        EditionProof proof = editions.proof(edition, variant);
        List<Addressee> addressees = to.all().stream().map(this::addressee).toList();
        TestSend test = offer(proof, addressees, by, asked);
        log.info(
                "Edition {}: {} sent a test. Copies: {}, accepted: {}.",
                edition,
                by,
                addressees.size(),
                test.accepted());
        return test;
    }

    private Addressee addressee(EmailAddress address) {
        return new Addressee(
                address,
                subscribers.find(address).orElse(null),
                subscribers.suppression(address).orElse(null));
    }

    private TestSend offer(EditionProof proof, List<Addressee> addressees, String by, Instant asked) {
        try (Relay.Connection line = relays.connection(patience)) {
            if (addressees.stream().anyMatch(Addressee::mayBeMailed)) {
                line.open().ifPresent(TestSends::refuse);
            }
            Claim claim = claims.claim(proof, addressees, by, asked);
            try {
                claim.toOffer().forEach((copy, addressee) -> offer(proof, claim, copy, addressee.address(), line));
                return past.get(claim.send());
            } catch (DataAccessException | TransactionException e) {
                throw halfDone(proof, e);
            }
        }
    }

    /** From the first copy on, nobody may be told that nothing happened: they would send it all again. */
    private static Problem halfDone(EditionProof proof, RuntimeException cause) {
        int edition = proof.edition().number();
        log.warn("A test of edition {} was cut short.", edition, cause);
        return new Problem(
                Kind.UNAVAILABLE,
                "The test was cut short",
                "A test of edition %d was cut short. %s Some copies may have gone out. Look at the edition, and into the inboxes, before you ask again."
                        .formatted(
                                edition,
                                DatabaseTrouble.behind(cause)
                                        .map(DatabaseTrouble::sentence)
                                        .orElse("The database did not take down what became of it.")));
    }

    /** Whoever has asked for no more mail since the test began, however long the relay took, gets none. */
    private void offer(EditionProof proof, Claim claim, long copy, EmailAddress to, Relay.Connection line) {
        subscribers
                .suppression(to)
                .ifPresentOrElse(
                        why -> claims.leaveOut(copy, why),
                        () -> claims.settle(copy, line.offer(mails.of(proof, copy, claim.at(), to))));
    }

    private static void refuse(Answer noLine) {
        boolean away = noLine.outcome() == Outcome.RELAY_AWAY;
        throw new Problem(
                Kind.UNAVAILABLE,
                away ? "The relay is away" : "The relay refuses us",
                "%s Nothing was sent: %s."
                        .formatted(
                                noLine.reply(),
                                away ? "test again when it is back" : "mend spring.mail.*, then test again"));
    }
}
