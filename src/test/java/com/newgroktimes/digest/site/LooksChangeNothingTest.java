package com.newgroktimes.digest.site;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Mail gateways open every link, in full browsers, before any reader does. */
@DigestTest
class LooksChangeNothingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    private Visitor gateway;
    private List<URI> doors;

    @BeforeEach
    void twoReadersWithAllTheirLinks() {
        gateway = new Visitor(port);
        Subscriber waiting = readers.waiting("ada@example.org");
        Subscriber confirmed = readers.confirmed("ben@example.org");
        doors = Stream.of(waiting, confirmed)
                .flatMap(reader -> Stream.of(
                        links.confirm(reader.id(), clock.instant()),
                        links.unsubscribe(reader.id()),
                        links.settings(reader.id(), clock.instant()),
                        links.notMe(reader.id(), clock.instant()),
                        links.to(Errand.COPY, reader.id(), clock.instant()),
                        links.to(Errand.ERASURE, reader.id(), clock.instant())))
                .toList();
        subscribers.askForNewAddress(confirmed.id(), EmailAddress.parse("eve@example.net"), "test");
        readers.haveTheirLetters();
        doors = Stream.concat(
                        doors.stream(),
                        Stream.of(
                                links.to(Errand.ADDRESS, confirmed.id(), clock.instant()),
                                ReceivedMail.onlyOneTo("eve@example.net").link("/settings/")))
                .toList();
    }

    @Test
    void howeverOftenALinkIsLookedAt() {
        String before = everything();

        for (URI door : doors) {
            for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                for (int i = 0; i < 50; i++) {
                    assertThat(gateway.sends(method, door, null, BodyPublishers.noBody())
                                    .status())
                            .as("%s %s", method, door)
                            .isEqualTo(200);
                }
            }
        }

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void norWhatIsSentToSettingsWithoutOneOfItsButtons() {
        String before = everything();

        for (URI door : doors) {
            if (door.getPath().startsWith("/settings/")) {
                gateway.posts(door, Map.of("List-Unsubscribe", "One-Click"));
            }
        }

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void tokenPagesAreKeptToTheReader() {
        for (URI door : doors) {
            Page page = gateway.opens(door);

            assertThat(page.response().headers().map())
                    .containsEntry("cache-control", List.of("no-store"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsEntry("x-robots-tag", List.of("noindex"))
                    .doesNotContainKey("set-cookie");
            assertThat(page.response().body()).doesNotContain("<script", "ada@", "ben@", "eve@", "://");
        }
    }

    private String everything() {
        return Stream.of("subscriber", "evidence", "address_change")
                .map(table -> database.sql("select t::text from " + table + " t order by 1")
                        .query(String.class)
                        .list()
                        .toString())
                .collect(Collectors.joining("\n"));
    }
}
