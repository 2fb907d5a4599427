package com.newgroktimes.digest.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.AnswerTable;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.testsend.PastTests;
import com.newgroktimes.digest.subscribers.Erased;

/** Whoever has been erased stays in the ledger as a number, with what became of each delivery and without a server's words about it. */
@Component
class ErasedReaders {

    private final AnswerTable answers;
    private final DestinationBrakes brakes;
    private final PastTests tests;

    ErasedReaders(AnswerTable answers, DestinationBrakes brakes, PastTests tests) {
        this.answers = answers;
        this.brakes = brakes;
        this.tests = tests;
    }

    @EventListener
    void on(Erased erased) {
        answers.forgetWords(erased.subscriber());
        brakes.forgetWords(erased.address().localPart());
        tests.forget(erased);
    }
}
