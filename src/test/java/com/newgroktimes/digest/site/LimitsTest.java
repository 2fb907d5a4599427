package com.newgroktimes.digest.site;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberSettings;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** What an hour may bring, over every door that is open to anyone. */
@DigestTest
class LimitsTest {

    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org");

    @LocalServerPort
    private int port;

    @Autowired
    private Admission admission;

    @Autowired
    private SubscriberSettings settings;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SettableClock clock;

    private Visitor visitor;

    @BeforeEach
    void someoneComesBy() {
        visitor = new Visitor(port);
    }

    @Test
    void theFormSaysSoAndKeepsWhatWasTyped() {
        thisNetworkHasHadItsShare();

        Page answer = visitor.posts(URI.create("/subscribe"), Map.of("email", "ada@example.org", "source", "site"));

        assertTooMany(answer);
        assertThat(answer.html().title()).startsWith("Error: ");
        assertThat(answer.html().select("[role=alert]").text())
                .isEqualTo("That is a lot of tries. Please wait ten minutes and try once more.");
        assertThat(answer.html().select("#email").val()).isEqualTo("ada@example.org");
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void theApiSaysSo() {
        thisNetworkHasHadItsShare();

        Page answer = visitor.sends(
                "POST",
                URI.create("/api/v1/subscriptions"),
                "application/json",
                BodyPublishers.ofString("{\"email\":\"ada@example.org\"}"));

        assertTooMany(answer);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.response().body()).contains("Too many tries", "wait 10 minutes");
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void soDoAskingForTheWayOutAndAskingAgain() {
        Subscriber ada = readers.waiting("ada@example.org");
        URI expired = links.confirm(ada.id(), clock.instant());
        clock.advance(Duration.ofDays(8));
        thisNetworkHasHadItsShare();

        Page leave = visitor.posts(URI.create("/leave"), Map.of("email", "ada@example.org"));
        assertTooMany(leave);
        assertThat(leave.html().select("#email").val()).isEqualTo("ada@example.org");
        Page again = visitor.posts(expired, Map.of("again", "yes"));
        assertTooMany(again);
        assertThat(again.heading()).isEqualTo("That is a lot of tries");
        assertThat(readers.acts(ada)).containsExactly("signed up");
    }

    @Test
    void aProgramThatFallsIntoTheTrapIsCountedToo() {
        for (int i = 0; i < settings.limits().perNetwork(); i++) {
            assertThat(admission.trapped(at("127.0.0.1"))).isTrue();
        }
        Map<String, String> filledIn = Map.of("email", "ada@example.org", "website", "https://example.com/");

        assertTooMany(visitor.posts(URI.create("/subscribe"), filledIn));
        assertTooMany(visitor.posts(URI.create("/leave"), filledIn));
        assertTooMany(visitor.posts(URI.create("/subscribe"), Map.of("email", "ada@example.org")));
    }

    @Test
    void whatIsNoAddressAndWhatIsAskedAboutCountsNothing() {
        for (int i = 0; i < settings.limits().perNetwork(); i++) {
            assertThat(visitor.posts(URI.create("/subscribe"), Map.of("email", i % 2 == 0 ? "ada" : "ada@gmial.com"))
                            .status())
                    .isIn(422, 200);
        }

        assertThat(visitor.posts(URI.create("/subscribe"), Map.of("email", "ada@example.org"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whatAClientSaysOfItselfBeforeTheProxyOpensNothing() {
        hasHadItsShare(at("203.0.113.9"));

        for (String made : List.of("198.51.100.1", "198.51.100.2, 127.0.0.1", "unknown", "2001:db8::1")) {
            assertTooMany(visitor.posts(
                    URI.create("/subscribe"),
                    Map.of("email", "ada@example.org"),
                    Map.of("X-Forwarded-For", made + ", 203.0.113.9")));
        }
        assertThat(visitor.posts(
                                URI.create("/subscribe"),
                                Map.of("email", "ada@example.org"),
                                Map.of("X-Forwarded-For", "203.0.113.9, 203.0.113.10"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whoHasALinkLeavesHoweverManyAsk() {
        Subscriber ada = readers.confirmed("ada@example.org");
        thisNetworkHasHadItsShare();

        Page answer = visitor.posts(links.unsubscribe(ada.id()), Map.of("List-Unsubscribe", "One-Click"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void anHourLaterAllIsAsBefore() {
        thisNetworkHasHadItsShare();
        clock.advance(Duration.ofMinutes(70));

        assertThat(visitor.posts(URI.create("/subscribe"), Map.of("email", "ada@example.org"))
                        .status())
                .isEqualTo(303);
    }

    private void thisNetworkHasHadItsShare() {
        hasHadItsShare(at("127.0.0.1"));
    }

    private void hasHadItsShare(ClientAddress client) {
        for (int i = 0; i < settings.limits().perNetwork(); i++) {
            assertThat(admission.toAsk(client, ADA)).isTrue();
        }
    }

    @Test
    void soDoesTheFormForANewAddress() {
        URI link = links.to(Errand.ADDRESS, readers.confirmed("ada@example.org").id(), clock.instant());
        thisNetworkHasHadItsShare();

        assertTooMany(visitor.posts(link, Map.of("email", "eve@example.org")));
    }

    private static ClientAddress at(String address) {
        try {
            return new ClientAddress(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertTooMany(Page answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("600");
    }
}
