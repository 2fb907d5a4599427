package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import com.newgroktimes.digest.editions.AskedChecks.Answers;
import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.checks.Preflight;
import com.newgroktimes.digest.editions.checks.Wording;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who is asked gives the mail a spam score, which is another each time. */
@DigestTest
class AskedChecksTest {

    private boolean wanted = true;
    private double score = 0;

    private final AskedCheck somebody = new AskedCheck() {

        @Override
        public String rule() {
            return "spam-score";
        }

        @Override
        public boolean wanted() {
            return wanted;
        }

        @Override
        public List<Finding> ask(Edition edition) {
            return List.of(Finding.look("high", ++score, 0.5, "RULE"));
        }
    };

    private AskedChecks asked;
    private EditionContent content;

    @Autowired
    private EditionTable table;

    @Autowired
    private CheckTable kept;

    @Autowired
    private Archive archive;

    @Autowired
    private ContentHash hash;

    @Autowired
    private Preflight preflight;

    @Autowired
    private Wording wording;

    @Autowired
    private ObjectProvider<SendCheck> others;

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @BeforeEach
    void anEdition() {
        asked = new AskedChecks(
                new StaticListableBeanFactory(Map.of("somebody", somebody)).getBeanProvider(AskedCheck.class),
                hash,
                wording);
        content = new EditionContent(table, kept, archive, hash, preflight, wording, others, asked);
        stories.put(named("chips").at("2026-11-24T10:00:00Z").story(), "api");
        editions.assemble("current");
    }

    @Test
    void anAnswerIsKeptForItsContent() {
        assertThat(row(content.check(1)).level()).isEqualTo(Level.UNCHECKED);

        content.check(1, asked.ask(editions.get(1)));
        assertThat(row(content.results(1)).message()).contains("gives the mail 1 points");
        assertThat(row(content.check(1)).message()).contains("gives the mail 1 points");

        assertThat(row(content.check(1, asked.ask(editions.get(1)))).message()).contains("gives the mail 2 points");
    }

    @Test
    void oneOfAnotherContentIsNotTaken() {
        Answers before = asked.ask(editions.get(1));
        stories.put(named("docks").at("2026-11-24T10:00:00Z").story(), "api");

        assertThat(row(content.check(1, before)).finding().what()).isEqualTo("not-asked");
    }

    @Test
    void whereTheSettingsNameNobodyAnyMoreThereIsNoRow() {
        content.check(1, asked.ask(editions.get(1)));
        wanted = false;

        assertThat(content.results(1)).noneMatch(check -> check.rule().equals("spam-score"));
    }

    private static Check row(List<Check> results) {
        return results.stream()
                .filter(check -> check.rule().equals("spam-score"))
                .findFirst()
                .orElseThrow();
    }
}
