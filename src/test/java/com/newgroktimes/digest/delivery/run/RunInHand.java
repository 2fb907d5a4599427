package com.newgroktimes.digest.delivery.run;

import org.springframework.beans.factory.BeanFactory;

/** A run of the service under test. */
public final class RunInHand {

    private RunInHand() {}

    /** It claims nothing before it has read the edition's state anew, unless it has ended. */
    public static void looksAgain(int edition, BeanFactory service) {
        service.getBean(OpenRuns.class).all().stream()
                .filter(run -> run.edition() == edition)
                .forEach(run -> run.gate().looksAgain());
    }
}
