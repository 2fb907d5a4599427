package com.newgroktimes.digest.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.AnswerTable;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.testsend.PastTests;
import com.newgroktimes.digest.platform.TablesToRewrite;
import com.newgroktimes.digest.subscribers.Erased;

/** Whoever has been erased stays in the ledger as a number, with what became of each delivery and without a server's words about it. */
@Component
class ErasedReaders {

    private final AnswerTable answers;
    private final DestinationBrakes brakes;
    private final PastTests tests;
    private final TablesToRewrite traces;

    ErasedReaders(AnswerTable answers, DestinationBrakes brakes, PastTests tests, TablesToRewrite traces) {
        this.answers = answers;
        this.brakes = brakes;
        this.tests = tests;
        this.traces = traces;
    }

    @EventListener
    void on(Erased erased) {
        erased.addresses().forEach(address -> brakes.forgetWords(address.localPart()));
        traces.add(answers.forgetWords(erased.subscriber(), erased.addresses()));
        traces.add(tests.forget(erased));
    }
}
