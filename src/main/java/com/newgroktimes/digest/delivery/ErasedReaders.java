package com.newgroktimes.digest.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.AnswerTable;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.testsend.PastTests;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.TablesToRewrite;
import com.newgroktimes.digest.subscribers.Erased;

/** Whoever has been erased stays in the ledger as a number, with what became of each delivery without a server's words about it, and without a domain that nobody else there has. */
@Component
class ErasedReaders {

    private final AnswerTable answers;
    private final DestinationBrakes brakes;
    private final PastTests tests;
    private final LastOfDomain domains;
    private final TablesToRewrite traces;

    ErasedReaders(
            AnswerTable answers,
            DestinationBrakes brakes,
            PastTests tests,
            LastOfDomain domains,
            TablesToRewrite traces) {
        this.answers = answers;
        this.brakes = brakes;
        this.tests = tests;
        this.domains = domains;
        this.traces = traces;
    }

    @EventListener
    void on(Erased erased) {
        erased.addresses().forEach(address -> brakes.forgetWords(address.localPart()));
        traces.add(answers.forgetWords(erased.subscriber(), erased.addresses()));
        traces.add(tests.forget(erased));
        erased.addresses().stream()
                .map(EmailAddress::domain)
                .distinct()
                .forEach(domain -> traces.add(domains.forget(domain, erased.subscriber())));
    }
}
