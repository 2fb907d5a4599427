package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.AskedChecks.Answers;
import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.checks.Preflight;
import com.newgroktimes.digest.editions.checks.Wording;

import static java.util.stream.Collectors.toSet;

/** Keeps an edition's hash, checks and state in step with what it says. In the caller's transaction. */
@Component
class EditionContent {

    private final EditionTable editions;
    private final CheckTable checks;
    private final Archive archive;
    private final ContentHash hash;
    private final Preflight preflight;
    private final Wording wording;
    private final ObjectProvider<SendCheck> others;
    private final AskedChecks asked;

    EditionContent(
            EditionTable editions,
            CheckTable checks,
            Archive archive,
            ContentHash hash,
            Preflight preflight,
            Wording wording,
            ObjectProvider<SendCheck> others,
            AskedChecks asked) {
        this.editions = editions;
        this.checks = checks;
        this.archive = archive;
        this.hash = hash;
        this.preflight = preflight;
        this.wording = wording;
        this.others = others;
        this.asked = asked;
    }

    List<Check> check(int number) {
        return check(number, Answers.NONE);
    }

    /** Asks every rule. Those on content alone decide whether the edition is READY, or one that is mended may go on. */
    List<Check> check(int number, Answers answers) {
        Edition edition = archive.get(number);
        List<Check> found = preflight.check(edition);
        boolean stops = found.stream().anyMatch(check -> check.level() == Level.STOPS);
        if (edition.state().open()) {
            editions.stamp(number, hash.of(edition), stops ? EditionState.DRAFT : EditionState.READY);
        } else {
            editions.stamp(number, hash.of(edition));
        }
        return keep(edition, found, answers);
    }

    /** The same for a frozen edition, which stays what it is. */
    List<Check> look(int number) {
        Edition edition = archive.get(number);
        return keep(edition, preflight.check(edition), Answers.NONE);
    }

    /** @param checked whole, as it was before it got the hash and the state that come of this check */
    private List<Check> keep(Edition checked, List<Check> found, Answers answers) {
        int number = checked.number();
        Edition edition = editions.find(number).orElseThrow().with(checked.stories(), checked.leftOut());
        String contentHash = edition.contentHash();
        List<Check> told = asked.rows(contentHash, answers, checks.of(number, contentHash));
        checks.replace(
                number,
                contentHash,
                Stream.concat(found.stream(), told.stream()).toList());
        return results(edition);
    }

    /**
     * What was last found in the content as it is now; and what the other rules say at this moment, for they speak of what no hash
     * covers. Once the audience is frozen they have nothing more to say, save of what is mended.
     */
    List<Check> results(int number) {
        return results(archive.get(number));
    }

    private List<Check> results(Edition edition) {
        List<SendCheck> askedNow = others.orderedStream().toList();
        Set<String> rules = askedNow.stream().map(SendCheck::rule).collect(toSet());
        List<Check> kept = found(edition).stream()
                .filter(row -> !rules.contains(row.rule()))
                .toList();
        return Stream.concat(kept.stream(), now(edition, kept, askedNow)).toList();
    }

    /** What was last found in the content as it is now. No rule is asked. */
    List<Check> found(Edition edition) {
        return checks.of(edition.number(), edition.contentHash()).stream()
                .filter(row -> !asked.isUnwanted(row))
                .toList();
    }

    private Stream<Check> now(Edition edition, List<Check> kept, List<SendCheck> askedNow) {
        if (edition.frozenAt() != null && !edition.changeable()) {
            return Stream.empty();
        }
        Stream<Check> found = askedNow.stream()
                .filter(other -> edition.frozenAt() == null || !other.isOfLeaving())
                .flatMap(other -> wording.of(other.rule(), other.look(edition)).stream());
        return Stream.concat(asked.missing(kept), found);
    }

    /** Whether templates and settings are still those that the edition was last checked with. */
    boolean isAsChecked(Edition edition) {
        return hash.of(edition).equals(edition.contentHash());
    }
}
