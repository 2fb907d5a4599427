package com.newgroktimes.digest.delivery.spam;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SampleStories;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class SpamScoreCheckTest {

    private static final String ANSWER =
            "SPAMD/1.1 0 EX_OK\r\nSpam: False ; %s / 5.0\r\n\r\nMIME_HTML_ONLY,SHOUTING\r\n";

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private SpamScoreCheck asConfigured;

    @BeforeEach
    void anEdition() {
        stories.put(SampleStories.story("World", "The queue at the docks").build(), StoredStory.API);
        editions.assemble("last");
    }

    @Test
    void aScoreAboveTheLimitIsWorthALookAndNamesTheRules() throws IOException {
        try (var spamd = new ScriptedSpamd(ANSWER.formatted("2.1"))) {
            assertThat(ask(spamd.address())).isEqualTo(Finding.look("high", 2.1, 2.0, "MIME_HTML_ONLY, SHOUTING"));
            assertThat(spamd.asked())
                    .contains("List-Unsubscribe: ", "Subject: ", "The queue at the docks")
                    .contains("reader@example.org");
        }
    }

    @Test
    void oneAtTheLimitIsFine() throws IOException {
        try (var spamd = new ScriptedSpamd(ANSWER.formatted("2.0"))) {
            assertThat(ask(spamd.address())).isEqualTo(Finding.fine(2.0, 2.0));
        }
    }

    @Test
    void noAnswerAndNonsenseSayNothingOfTheMail() throws IOException {
        SpamdAddress gone;
        try (var spamd = new ScriptedSpamd("220 mx.example.org ESMTP\r\n")) {
            gone = spamd.address();
            assertThat(ask(gone)).isEqualTo(new Finding(Level.UNCHECKED, "nonsense", List.of(gone.toString())));
        }
        assertThat(ask(gone)).isEqualTo(new Finding(Level.UNCHECKED, "silent", List.of(gone.toString())));
    }

    @Test
    void whereNobodyIsNamedThereIsNoSuchRow() {
        assertThat(asConfigured.wanted()).isFalse();
        assertThat(editions.check(1)).noneMatch(check -> check.rule().equals("spam-score"));
    }

    private Finding ask(SpamdAddress address) {
        return new SpamScoreCheck(new SpamSettings(address, 2.0), deliveries)
                .ask(editions.get(1))
                .get(0);
    }
}
