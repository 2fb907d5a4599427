package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.editions.AskedChecks.Answers;

/** Checks editions again: when asked to, and where templates or settings became others than those they were checked with. */
@Component
class Recheck {

    /** In any other state none is {@link Edition#changeable}. */
    private static final Set<EditionState> MAY_CHANGE =
            Set.of(EditionState.DRAFT, EditionState.READY, EditionState.PAUSED);

    private final EditionTable editions;
    private final EditionStates states;
    private final EditionContent content;
    private final Archive archive;

    Recheck(EditionTable editions, EditionStates states, EditionContent content, Archive archive) {
        this.editions = editions;
        this.states = states;
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

    List<Check> found(Edition edition) {
        return content.found(edition);
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
        states.in(MAY_CHANGE).stream()
                .flatMap(number -> archive.find(number).stream())
                .filter(this::isStale)
                .map(Edition::number)
                .forEach(number -> check(number, Answers.NONE));
    }

    private boolean isStale(Edition edition) {
        return edition.changeable() && !content.isAsChecked(edition);
    }
}
