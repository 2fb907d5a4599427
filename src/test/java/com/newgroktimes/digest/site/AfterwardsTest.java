package com.newgroktimes.digest.site;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.run.Runs;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.operator.Week;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of an edition on its page once it is out. */
@DigestTest
class AfterwardsTest {

    private static final String EDITION = "/api/v1/editions/1";
    private static final String WHY = "{\"why\": \"The queue had 40 ships, not 400.\"}";

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private Readers readers;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Runs runs;

    @LocalServerPort
    private int port;

    private ApiClient api;
    private Visitor visitor;

    @BeforeEach
    void anEdition() {
        runs.stop(); // or it takes up what says here that it is under way
        api = new ApiClient(port);
        visitor = new Visitor(port);
        new Week(stories, readers).hasStories();
        editions.assemble("last");
    }

    @AfterEach
    void goOn() {
        runs.start();
    }

    @Test
    void aCorrectionStandsOnThePage() {
        assertThat(api.post(EDITION + "/correct", WHY).statusCode()).isEqualTo(409);
        isSent();

        assertThat(api.post(EDITION + "/correct", WHY).statusCode()).isEqualTo(202);
        assertThat(api.post(EDITION + "/correct", "{\"why\": \" \"}").statusCode())
                .isEqualTo(422);

        assertThat(visitor.opens("/editions/1").text())
                .contains("Corrected on 25 November 2026: The queue had 40 ships, not 400.");
        assertThat(ApiClient.json(api.get(EDITION))
                        .get("corrections")
                        .get(0)
                        .get("why")
                        .asString())
                .isEqualTo("The queue had 40 ships, not 400.");
    }

    @Test
    void aWithdrawnOneIsGoneAndItsStoriesDoNotComeBack() {
        assertThat(api.post(EDITION + "/withdraw", WHY).statusCode()).isEqualTo(409);
        isSent();
        assertThat(visitor.opens("/editions").text()).contains("Edition 1");

        assertThat(api.post(EDITION + "/withdraw", WHY).statusCode()).isEqualTo(202);

        Visitor.Page page = visitor.opens("/editions/1");
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text())
                .contains("This edition was withdrawn on 25 November 2026. The queue had 40 ships, not 400.")
                .doesNotContain("A chip cluster wakes up");
        assertThat(visitor.opens("/editions").text()).doesNotContain("Edition 1");
        assertThat(api.post(EDITION + "/withdraw", WHY).statusCode()).isEqualTo(409);
        assertThat(api.post(EDITION + "/correct", WHY).statusCode()).isEqualTo(409);
        assertThat(api.post(EDITION + "/retry", "{\"state\": \"GAVE_UP\", \"recipients\": 1}")
                        .statusCode())
                .isEqualTo(409);
        new Week(stories, readers).hasAStoryOfTheOpenWeek();
        assertThat(editions.assemble("current").edition().stories()).hasSize(1);
    }

    /** @param out whether its readers were written down */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DRAFT | false | change what it says instead | sent to nobody",
                "READY | false | change what it says instead | sent to nobody",
                "SCHEDULED | false | take it back, and change what it says | take it back, and it is sent to nobody",
                "HOLDING | false | take it back, and change what it says | take it back, and it is sent to nobody",
                "PREPARING | false | wait until its list of readers is made | stop it for good first",
                "STOPPED | false | sent to nobody | stopped before its list of readers was made",
                "SENDING | true | | stop it for good first",
                "PAUSING | true | | as soon as it is paused",
                "PAUSED | true | | stop it for good first",
                "FAILED | true | | resume it and stop it for good first",
                "RETRYING | true | | end it first",
                "SENT | true | |",
                "SENT_PROBLEMS | true | |",
                "STOPPED | true | |"
            })
    void whereItIsNotPossibleItSaysWhatComesFirst(
            EditionState state, boolean out, @Nullable String beforeCorrecting, @Nullable String beforeWithdrawing) {
        if (out) {
            editions.frozen(1, clock.instant());
        }
        database.sql("update edition set state = :state")
                .param("state", state.name())
                .update();

        assertAnswered(api.post(EDITION + "/correct", WHY), state, beforeCorrecting);
        assertAnswered(api.post(EDITION + "/withdraw", WHY), state, beforeWithdrawing);
    }

    private static void assertAnswered(HttpResponse<String> answer, EditionState state, @Nullable String first) {
        if (first == null) {
            assertThat(answer.statusCode()).isEqualTo(202);
            return;
        }
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(ApiClient.json(answer).get("detail").asString())
                .contains("Edition 1 is " + state, first, "Nothing was changed.");
        assertThat(ApiClient.json(answer).get("state").asString()).isEqualTo(state.name());
    }

    private void isSent() {
        Edition edition = editions.get(1);
        editions.hold(1, edition.contentHash(), 3, "ana", clock.instant().plusSeconds(60));
        editions.move(1, Set.of(EditionState.HOLDING), EditionState.PREPARING, null);
        editions.frozen(1, clock.instant());
        editions.move(1, Set.of(EditionState.PREPARING), EditionState.SENT, null);
    }
}
