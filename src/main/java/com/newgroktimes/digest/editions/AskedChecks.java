package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.checks.Wording;

import static java.util.stream.Collectors.toSet;

/** All rules that others are asked about, and which of their answers still hold. */
@Component
class AskedChecks {

    private static final List<Finding> NOT_ASKED = List.of(new Finding(Level.UNCHECKED, "not-asked", List.of()));

    private final ObjectProvider<AskedCheck> checks;
    private final ContentHash hash;
    private final Wording wording;

    AskedChecks(ObjectProvider<AskedCheck> checks, ContentHash hash, Wording wording) {
        this.checks = checks;
        this.hash = hash;
        this.wording = wording;
    }

    /** What was said of one exact content. */
    record Answers(String contentHash, List<Check> rows) {

        static final Answers NONE = new Answers("", List.of());
    }

    Answers ask(Edition edition) {
        return new Answers(
                hash.of(edition),
                wanted().flatMap(check -> wording.of(check.rule(), check.ask(edition)).stream())
                        .toList());
    }

    /** The new answers if they are of this content, else those that were kept for it. */
    List<Check> rows(String contentHash, Answers answers, List<Check> kept) {
        Set<String> rules = wanted().map(AskedCheck::rule).collect(toSet());
        return answers.contentHash().equals(contentHash)
                ? answers.rows()
                : kept.stream().filter(row -> rules.contains(row.rule())).toList();
    }

    boolean isUnwanted(Check row) {
        return checks.stream().anyMatch(check -> check.rule().equals(row.rule()) && !check.wanted());
    }

    /** One row for each rule that has none among these. */
    Stream<Check> missing(List<Check> rows) {
        return wanted().map(AskedCheck::rule)
                .filter(rule -> rows.stream().noneMatch(row -> row.rule().equals(rule)))
                .flatMap(rule -> wording.of(rule, NOT_ASKED).stream());
    }

    private Stream<AskedCheck> wanted() {
        return checks.orderedStream().filter(AskedCheck::wanted);
    }
}
