package com.newgroktimes.digest.site;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.Statements;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody learns from an answer whether an address is on the list. */
@DigestTest
class SameAnswerTest {

    private static final List<String> ADDRESSES = List.of(
            "new@example.org",
            "waiting@example.org",
            "confirmed@example.org",
            "left@example.org",
            "hard-bounce@example.org",
            "complaint@example.org",
            "operator@example.org",
            "not-me@example.org");

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

    private Visitor visitor;

    @BeforeEach
    void oneOfEachKind() {
        visitor = new Visitor(port);
        readers.waiting("waiting@example.org");
        readers.confirmed("confirmed@example.org");
        subscribers.leave(readers.confirmed("left@example.org").id(), "test");
        suppressed("hard-bounce@example.org", Suppression.HARD_BOUNCE);
        suppressed("complaint@example.org", Suppression.COMPLAINT);
        suppressed("operator@example.org", Suppression.OPERATOR);
        suppressed("not-me@example.org", Suppression.NOT_ME);
    }

    @Test
    void theFormAnswersAllAlike() {
        assertAllAlike(address -> visitor.posts(URI.create("/subscribe"), Map.of("email", address)), 303);
    }

    @Test
    void theApiAnswersAllAlike() {
        assertAllAlike(
                address -> visitor.sends(
                        "POST",
                        URI.create("/api/v1/subscriptions"),
                        "application/json",
                        BodyPublishers.ofString("{\"email\":\"%s\"}".formatted(address))),
                202);
    }

    @Test
    void theWayOutAnswersAllAlike() {
        assertAllAlike(address -> visitor.posts(URI.create("/leave"), Map.of("email", address)), 303);
    }

    @Test
    void signingUpAsksTheDatabaseTheSameOfAll() {
        assertTheSameStatements(address -> subscribers.signUp(address, "site", "en", "192.0.2.0/24"));
    }

    @Test
    void askingToLeaveAsksTheDatabaseTheSameOfAll() {
        assertTheSameStatements(address -> subscribers.askToLeave(address, "192.0.2.0/24"));
    }

    /** The last rounds are more than an inbox is mailed. */
    private void assertTheSameStatements(Consumer<EmailAddress> ask) {
        subscribers.erase(readers.confirmed("erased@example.org").id(), "test");
        readers.haveTheirLetters();
        MailServer.takesOnly(0); // a letter that has been brought holds its reader's row for a moment
        List<String> addresses = new ArrayList<>(ADDRESSES);
        addresses.add("erased@example.org");
        List<String> first = Statements.during(() -> ask.accept(EmailAddress.parse("first@example.org")));
        assertThat(first).isNotEmpty();
        for (int round = 0; round < 5; round++) {
            for (String address : addresses) {
                assertThat(Statements.during(() -> ask.accept(EmailAddress.parse(address))))
                        .as(address)
                        .isEqualTo(first);
            }
        }
    }

    /** More often than an inbox is mailed. */
    private void assertAllAlike(Function<String, Page> ask, int status) {
        Page first = ask.apply(ADDRESSES.get(0));
        assertThat(first.status()).isEqualTo(status);
        for (int round = 0; round < 5; round++) {
            for (String address : ADDRESSES) {
                Page answer = ask.apply(address);
                assertThat(answer.status()).as(address).isEqualTo(status);
                assertThat(answer.response().body())
                        .as(address)
                        .isEqualTo(first.response().body());
                assertThat(headers(answer)).as(address).isEqualTo(headers(first));
            }
        }
    }

    private static Map<String, List<String>> headers(Page answer) {
        var headers = new TreeMap<>(answer.response().headers().map());
        headers.remove("date");
        return headers;
    }

    private void suppressed(String address, Suppression reason) {
        subscribers.suppress(readers.confirmed(address).id(), reason, "test");
    }
}
