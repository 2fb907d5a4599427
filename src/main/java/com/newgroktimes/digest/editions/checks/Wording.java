package com.newgroktimes.digest.editions.checks;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.rendering.Words;

/** Says in words what rules found. */
@Component
public class Wording {

    private final Words words;
    private final Clock clock;

    Wording(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** A rule that found nothing says that all is well. */
    public List<Check> of(String rule, List<Finding> findings) {
        List<Finding> told = findings.isEmpty() ? List.of(Finding.fine()) : findings;
        return told.stream().map(finding -> row(rule, finding)).toList();
    }

    private Check row(String rule, Finding finding) {
        String message =
                words.text(finding.key(rule), Locale.ENGLISH, finding.args().toArray());
        return new Check(rule, finding, message, clock.instant());
    }
}
