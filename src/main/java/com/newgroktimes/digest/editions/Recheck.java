package com.newgroktimes.digest.editions;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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

    @Transactional
    List<Check> check(int number) {
        editions.lockContent();
        return editions.keepOpen(number) ? content.check(number) : content.look(number);
    }

    List<Check> results(int number) {
        return content.results(number);
    }

    /** In a transaction of its own, so that it lasts where the caller gives up for what it found. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void ifStale(int number) {
        if (archive.find(number).filter(this::isStale).isPresent()) {
            check(number);
        }
    }

    @Transactional
    void allThatAreStale() {
        archive.all().stream().filter(this::isStale).map(Edition::number).forEach(this::check);
    }

    private boolean isStale(Edition edition) {
        return edition.state().open() && !content.isAsChecked(edition);
    }
}
