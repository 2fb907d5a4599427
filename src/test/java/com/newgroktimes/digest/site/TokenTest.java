package com.newgroktimes.digest.site;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.RawConnection;
import com.newgroktimes.digest.testing.RawConnection.Answer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Only the exact characters that we issued, for the very door, are a valid token. */
@DigestTest
class TokenTest {

    private static final List<String> DOORS = List.of("/confirm/", "/u/", "/settings/", "/not-me/");

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SettableClock clock;

    private Visitor visitor;
    private Map<String, String> tokens;
    private Subscriber ada;

    @BeforeEach
    void adaHasALinkToEachDoor() {
        visitor = new Visitor(port);
        ada = readers.confirmed("ada@example.org");
        tokens = Map.of(
                "/confirm/", token(links.confirm(ada.id(), clock.instant())),
                "/u/", token(links.unsubscribe(ada.id())),
                "/settings/", token(links.settings(ada.id(), clock.instant())),
                "/not-me/", token(links.notMe(ada.id(), clock.instant())));
    }

    /** They stand under one address, where only what they were made for is found. */
    @Test
    void linksOnRequestOpenNoOtherDoor() {
        for (Errand errand : List.of(Errand.ADDRESS, Errand.COPY, Errand.ERASURE)) {
            String token = token(links.to(errand, ada.id(), clock.instant()));
            assertThat(visitor.opens("/settings/" + token).status()).isEqualTo(200);
            for (String door : List.of("/confirm/", "/u/", "/not-me/")) {
                assertThat(visitor.opens(door + token).status())
                        .as(errand + door)
                        .isEqualTo(404);
                assertThat(visitor.posts(URI.create(door + token), Map.of()).status())
                        .as(errand + door)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void everythingElseGetsOneAnswer() {
        for (String door : DOORS) {
            String unknown = visitor.opens(door + "nothing").response().body();
            wrongTokens(door).forEach(wrong -> {
                assertUnknown(visitor.opens(door + wrong), unknown, door + wrong);
                assertUnknown(visitor.posts(URI.create(door + wrong), Map.of("stop", "yes")), unknown, door + wrong);
            });
        }
        assertThat(readers.find("ada@example.org")).isEqualTo(ada);
    }

    @Test
    void soDoResultPagesAndWhatFollowsLeaving() {
        String unknown = visitor.opens("/u/nothing").response().body();

        for (String act : List.of("/undo", "/why")) {
            assertUnknown(visitor.posts(URI.create("/u/nothing" + act), Map.of()), unknown, act);
        }
        for (String result : List.of("/done", "/back", "/thanks")) {
            assertUnknown(visitor.opens("/u/nothing" + result), unknown, result);
        }
        for (String result : List.of("/saved", "/sent")) {
            assertUnknown(visitor.opens("/settings/nothing" + result), unknown, result);
        }
    }

    /** The token is in the path; what is hung on behind it is not looked at. */
    @Test
    void noQueryHidesALink() {
        for (String door : DOORS) {
            String right = door + tokens.get(door);
            String shown = visitor.opens(right).html().text();

            for (String query : List.of("?x=%E9", "?%zz", "?utm_source=mail", "?x=%00&%C3")) {
                Answer answer = new RawConnection(port).asks("GET " + right + query + " HTTP/1.1");
                assertThat(answer.status()).as(door + query).isEqualTo(200);
                assertThat(Jsoup.parse(answer.body()).text()).as(door + query).isEqualTo(shown);
            }
            assertThat(new RawConnection(port)
                            .asks("GET " + door + "nothing?x=%E9 HTTP/1.1")
                            .status())
                    .isEqualTo(404);
        }
    }

    private Stream<String> wrongTokens(String door) {
        String right = String.valueOf(tokens.get(door));
        int length = right.length();
        char last = right.charAt(length - 1);
        Stream<String> cut = Stream.iterate(1, cutAt -> cutAt < length, cutAt -> cutAt + 5)
                .flatMap(at -> Stream.of(right.substring(0, at), right.substring(at)));
        Stream<String> altered = Stream.of(
                right.substring(0, length - 1) + (last == 'A' ? 'B' : 'A'),
                right + "A",
                right + "=",
                right + ".",
                right + "%20",
                right + "/",
                right + ";x=1",
                right.toLowerCase(java.util.Locale.ROOT),
                "A".repeat(length),
                "A".repeat(5000));
        Stream<String> ofOthers =
                DOORS.stream().filter(other -> !other.equals(door)).map(tokens::get);
        return Stream.of(cut, altered, ofOthers).flatMap(all -> all);
    }

    private static void assertUnknown(Page answer, String unknown, String asked) {
        assertThat(answer.status()).as(asked).isEqualTo(404);
        assertThat(answer.response().body()).as(asked).isEqualTo(unknown);
    }

    private static String token(URI link) {
        return link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
    }
}
