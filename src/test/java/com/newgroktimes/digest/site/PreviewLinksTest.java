package com.newgroktimes.digest.site;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Links of previews and test mails show what a reader's own would, and are harmless. */
@DigestTest
class PreviewLinksTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private JdbcClient database;

    private Visitor visitor;
    private URI leave;
    private URI settings;
    private List<String> before;

    @BeforeEach
    void adaIsOnTheList() {
        visitor = new Visitor(port);
        readers.confirmed("ada@example.org");
        readers.haveTheirLetters();
        leave = links.preview(Door.UNSUBSCRIBE);
        settings = links.preview(Door.SETTINGS);
        before = everything();
    }

    @Test
    void theWayOutIsShownAndPressingItChangesNothing() {
        Page shown = visitor.opens(leave);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.heading()).isEqualTo("Stop the weekly digest?");
        assertThat(shown.text()).contains("This is a preview.", "the reader's own address");
        assertThat(shown.html().select("main a").eachAttr("href")).contains(settings.getPath());

        Page pressed = visitor.presses("Stop sending it", shown);

        assertThat(pressed.status()).isEqualTo(200);
        assertThat(pressed.heading()).isEqualTo("Nothing was changed");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void soAreTheSettings() {
        Page shown = visitor.opens(settings);

        assertThat(shown.heading()).isEqualTo("Your settings");
        assertThat(shown.text()).contains("This is a preview.");
        for (String button :
                List.of("Save", "Change my address", "Get a copy of my data", "Erase me", "Stop the digest")) {
            assertThat(visitor.presses(button, shown).heading()).as(button).isEqualTo("Nothing was changed");
        }
        assertThat(visitor.opens(settings + "/saved").heading()).isEqualTo("Nothing was changed");
        assertThat(visitor.posts(settings, Map.of("List-Unsubscribe", "One-Click"))
                        .heading())
                .isEqualTo("Your settings");
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"List-Unsubscribe=One-Click", "", "%zz&", "via=mail"})
    void oneClickIsAnsweredAtOnceAndChangesNothing(String body) {
        Page answer = visitor.sends("POST", leave, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.heading()).isEqualTo("Nothing was changed");
        assertThat(answer.response().headers().map()).doesNotContainKeys("set-cookie", "location");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatFollowsLeavingIsHarmlessToo() {
        for (String act : List.of("/undo", "/why")) {
            Page answer = visitor.posts(URI.create(leave + act), Map.of("why", "much"));
            assertThat(answer.status()).isEqualTo(303);
            assertThat(visitor.opens(Visitor.location(answer)).heading()).isEqualTo("Nothing was changed");
        }
        for (String result : List.of("/done", "/back", "/thanks")) {
            assertThat(visitor.opens(leave + result).heading()).isEqualTo("Nothing was changed");
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theyOpenNoOtherDoor() {
        String token = leave.getPath().substring("/u/".length());

        for (String door : List.of("/confirm/", "/not-me/")) {
            assertThat(visitor.opens(door + token).status()).as(door).isEqualTo(404);
            assertThat(visitor.posts(URI.create(door + token), Map.of()).status())
                    .as(door)
                    .isEqualTo(404);
        }
        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() {
        return Stream.of("subscriber", "evidence")
                .flatMap(table ->
                        database
                                .sql("select t::text from " + table + " t order by id")
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }
}
