package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.AskedChecks.Answers;
import com.newgroktimes.digest.stories.PicturesElsewhere.Again;

/**
 * The check that somebody asked for: others say first what they alone know, which takes as long as they do, and then every rule is
 * asked. Never to be called inside a transaction.
 */
@Component
class WholeCheck {

    private final Archive archive;
    private final EditionPictures pictures;
    private final ObjectProvider<SendCheck> others;
    private final AskedChecks asked;
    private final Recheck recheck;
    /** Content is locked in the database: whoever waits there has a connection in hand, and many of them would leave none to readers. */
    private final ReentrantLock turn = new ReentrantLock(true);

    WholeCheck(
            Archive archive,
            EditionPictures pictures,
            ObjectProvider<SendCheck> others,
            AskedChecks asked,
            Recheck recheck) {
        this.archive = archive;
        this.pictures = pictures;
        this.others = others;
        this.asked = asked;
        this.recheck = recheck;
    }

    List<Check> of(int number) {
        if (!archive.get(number).changeable()) {
            return inTurn(number, Answers.NONE);
        }
        pictures.complete(number, Again.NOW);
        Edition edition = archive.get(number);
        others.orderedStream().forEach(other -> other.ask(edition));
        return inTurn(number, asked.ask(edition));
    }

    private List<Check> inTurn(int number, Answers answers) {
        turn.lock();
        try {
            return recheck.check(number, answers);
        } finally {
            turn.unlock();
        }
    }
}
