package com.newgroktimes.digest.editions;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.editions.AskedChecks.Answers;

/** Checks editions again: when asked to, and where templates or settings became others than those they were checked with. */
@Component
class Recheck {

    private final EditionTable editions;
    private final EditionContent content;
    private final Archive archive;

    Recheck(EditionTable editions, EditionContent content, Archive archive) {
        this.editions = editions;
        this.content = content;
        this.archive = archive;
    }

    /** @param answers of those who were asked about it a moment ago */
    @Transactional
    List<Check> check(int number, Answers answers) {
        editions.lockContent();
        return editions.keepOpen(number) ? content.check(number, answers) : content.look(number);
    }

    List<Check> results(int number) {
        return content.results(number);
    }

    /** In a transaction of its own, so that it lasts where the caller gives up for what it found. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void ifStale(int number) {
        if (archive.find(number).filter(this::isStale).isPresent()) {
            check(number, Answers.NONE);
        }
    }

    @Transactional
    void allThatAreStale() {
        archive.all().stream()
                .filter(this::isStale)
                .map(Edition::number)
                .forEach(number -> check(number, Answers.NONE));
    }

    private boolean isStale(Edition edition) {
        return edition.changeable() && !content.isAsChecked(edition);
    }
}
