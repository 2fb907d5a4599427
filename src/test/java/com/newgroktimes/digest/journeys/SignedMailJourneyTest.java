package com.newgroktimes.digest.journeys;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.StrictDkim;
import com.newgroktimes.digest.testing.Visitor;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever leaves can be verified by whoever gets it: mails about a subscription, tests, and the digest. */
@DigestTest
class SignedMailJourneyTest {

    private static final String ADA = "ada@example.org";

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Readers readers;

    private ApiClient api;
    private Visitor browser;

    @BeforeEach
    void aWeekIsReady() {
        api = new ApiClient(port);
        browser = new Visitor(port);
        new Newsroom(stories, editions, database).hasAnEdition();
    }

    @Test
    void everyMailOfTheServiceIsSignedByBothKeys() {
        joins();
        api.post("/api/v1/editions/1/test", "{\"to\":[\"eve@example.org\"]}");
        sends();
        leaves();

        assertThat(MailServer.received())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(mail -> assertThat(StrictDkim.verified(asReceived(mail), ServiceUnderTest.SIGNER.records()))
                        .as(mail.getSubject())
                        .containsExactly("r1", "e1"));
    }

    @Test
    void theChecksSayThatTheDnsHasTheKeys() {
        eventually("it is found there", () -> {
            editions.check(1);
            return editions.checks(1).stream()
                    .filter(check -> check.rule().equals("dkim"))
                    .map(Check::message)
                    .toList()
                    .equals(List.of("Mails are signed for newgroktimes.example, and the DNS has the key."));
        });
    }

    private void joins() {
        browser.presses("Send me the digest", browser.opens("/"), Map.of("email", ADA));
        browser.presses(
                "Yes, start my digest",
                browser.opens(ReceivedMail.onlyOneTo(ADA).link("/confirm/")));
        readers.haveTheirLetters();
    }

    private void sends() {
        String hash =
                ApiClient.json(api.get("/api/v1/editions/1")).get("contentHash").asString();
        api.post("/api/v1/editions/1/send", "{\"recipients\":1,\"contentHash\":\"%s\"}".formatted(hash));
        eventually(
                "it is sent",
                () -> ApiClient.json(api.get("/api/v1/editions/1"))
                        .get("state")
                        .asString()
                        .equals("SENT"));
    }

    private void leaves() {
        var inbox = ReceivedMail.inboxOf(ADA);
        browser.presses(
                "Stop the digest",
                browser.opens(inbox.get(inbox.size() - 1).link("/settings/")),
                Map.of("note", "yes"));
        readers.haveTheirLetters();
        assertThat(ReceivedMail.inboxOf(ADA)).hasSizeGreaterThan(inbox.size());
    }

    /** Without what the mail server put before it, which no signature covers. */
    private static byte[] asReceived(MimeMessage mail) {
        try {
            var bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return bytes.toByteArray();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
