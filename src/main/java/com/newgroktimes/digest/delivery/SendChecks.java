package com.newgroktimes.digest.delivery;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.SendCheck;

import static java.util.stream.Collectors.toSet;

/** What stops an edition at this moment: what was found in its content, and what only Send asks. */
@Component
class SendChecks {

    private final Editions editions;
    private final List<SendCheck> askedNow;

    SendChecks(Editions editions, List<SendCheck> askedNow) {
        this.editions = editions;
        this.askedNow = askedNow;
    }

    List<Check> stopping(Edition edition) {
        List<Check> now =
                askedNow.stream().flatMap(rule -> rule.check(edition).stream()).toList();
        Set<String> asked = now.stream().map(Check::rule).collect(toSet());
        Stream<Check> content = editions.checks(edition.number()).stream().filter(row -> !asked.contains(row.rule()));
        return Stream.concat(content, now.stream())
                .filter(row -> row.level() == Level.STOPS)
                .toList();
    }
}
