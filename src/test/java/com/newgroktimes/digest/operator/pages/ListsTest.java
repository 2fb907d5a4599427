package com.newgroktimes.digest.operator.pages;

import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Statements;
import com.newgroktimes.digest.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Lists read what they show, and not what stories say at length: here nobody could read that. A long one has pages. */
@DigestTest
class ListsTest {

    private static final String HEADLINE = "The story of a-chip-cluster-wakes-up";

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcClient database;

    @Autowired
    private OwnConnections connections;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @Test
    void noListReadsWhatStoriesSayAtLength() {
        hasAnEditionOfUnreadableStories();
        ConsoleBrowser console = console();
        Visitor reader = new Visitor(port);

        assertThat(console.open("/console").select("tbody tr")).hasSize(1);
        assertThat(console.open("/console/editions").select("tbody tr")).hasSize(1);
        assertThat(console.open("/console/stories?week=last").select("tbody tr"))
                .hasSize(2);
        assertThat(console.open("/console/stories/new")
                        .select("#section option, datalist option")
                        .eachAttr("value"))
                .contains("Technology");
        assertThat(reader.opens("/editions").text()).contains(HEADLINE);
        assertThat(reader.opens("/").text()).contains(HEADLINE);
        assertThat(ApiClient.json(new ApiClient(port).get("/api/v1/editions"))
                        .at("/0/stories/0/headline")
                        .asString())
                .isEqualTo(HEADLINE);
    }

    @Test
    void whatIsAskedForAgainAndAgainReadsNoStoryAndAsksNoRule() {
        Edition edition = hasAnEditionOfUnreadableStories();
        try (var ledger = new LedgerOnPaper(database, connections, edition.number())) {
            ledger.isFrozen();
            for (EditionState state : List.of(EditionState.SENDING, EditionState.PAUSED)) {
                ledger.edition(state, null);

                assertThat(console().open("/console/editions/1/live").select("#live"))
                        .as("%s", state)
                        .hasSize(1);
            }
        }
    }

    @Test
    void manyEditionsAreAskedForInAsManyStatementsAsFew() {
        hasEditions(3);
        int few = Statements.during(this::listsEditions).size();
        database.sql("delete from edition").update();
        hasEditions(40);

        assertThat(Statements.during(this::listsEditions)).hasSize(few);
    }

    private void listsEditions() {
        editions.headlines(Editions.NEWEST, 100);
        deliveries.progress(editions.heads(Editions.NEWEST, 100));
    }

    @Test
    void aLongListOfEditionsHasPages() {
        hasEditions(101);

        ApiClient api = new ApiClient(port);
        HttpResponse<String> page = api.get("/api/v1/editions");
        assertThat(ApiClient.json(page)).hasSize(100);
        assertThat(page.headers().firstValue("Link")).contains("</api/v1/editions?before=2>; rel=\"next\"");
        assertThat(ApiClient.json(api.get("/api/v1/editions?before=2"))).hasSize(1);
    }

    @Test
    void aLongListOfEditionsHasPagesInTheConsoleToo() {
        hasEditions(202);
        database.sql("update edition set state = 'STOPPED' where number > 101").update();
        ConsoleBrowser console = console();

        Document stopped = console.open("/console/editions?state=STOPPED");
        assertThat(stopped.select("tbody tr")).hasSize(100);
        assertThat(stopped.select("#state option").eachText()).contains("Stopped for good (101)", "Sent (101)");
        Document rest = console.open(stopped.select("main p > a.button").attr("href"));
        assertThat(rest.select("tbody tr")).hasSize(1);
        assertThat(rest.select("tbody a").eachText()).containsExactly("Edition 102");
        assertThat(rest.select("main p > a.button")).isEmpty();
        assertThat(console.open("/console/editions?after=3").select("tbody tr")).hasSize(2);
    }

    @Test
    void aLongListOfStoriesHasPages() {
        database.sql("""
                        insert into story (url, content, source, first_seen, changed_at)
                        select 'https://news.example/' || n,
                               jsonb_build_object('url', 'https://news.example/' || n, 'headline', 'Story ' || n,
                                                  'newsSources', '[]'::jsonb, 'xPosts', '[]'::jsonb),
                               'api', now, now
                          from generate_series(1, 1001) n, (values (:now)) clock (now)
                        """).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();

        ApiClient api = new ApiClient(port);
        HttpResponse<String> page = api.get("/api/v1/stories?text=story&status=INCOMPLETE");
        assertThat(ApiClient.json(page)).hasSize(1_000);
        String next = page.headers().firstValue("Link").orElseThrow();
        assertThat(next).contains("text=story", "status=INCOMPLETE").endsWith("; rel=\"next\"");
        HttpResponse<String> rest = api.get(next.replaceFirst("^<(.*)>.*$", "$1"));
        assertThat(ApiClient.json(rest)).hasSize(1);
        assertThat(rest.headers().firstValue("Link")).isEmpty();
    }

    private ConsoleBrowser console() {
        return ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
    }

    private Edition hasAnEditionOfUnreadableStories() {
        Edition edition = new Newsroom(stories, editions, database).hasAnEdition();
        database.sql("update edition set state = 'SENT', frozen_at = :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("update story set content = jsonb_set(content, '{bodyHtml}', '{}')")
                .update();
        database.sql("update edition_story set content = jsonb_set(content, '{story,bodyHtml}', '{}')")
                .update();
        assertThatThrownBy(() -> stories.byId(List.of(1L))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> editions.get(1)).isInstanceOf(RuntimeException.class);
        return edition;
    }

    private void hasEditions(int number) {
        database.sql("""
                        insert into edition (number, week, opens, closes, state, subject, preheader, content_hash, created_at, frozen_at)
                        select n, to_char(opens, 'IYYY"-W"IW'), opens, opens + interval '7 days', 'SENT', 'Edition ' || n, '', '', opens, opens
                          from generate_series(1, :number) n, lateral (select timestamptz '2020-01-06 06:00Z' + n * interval '7 days') w (opens)
                        """).param("number", number).update();
    }
}
