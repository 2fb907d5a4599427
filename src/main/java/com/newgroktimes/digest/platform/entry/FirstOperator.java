package com.newgroktimes.digest.platform.entry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.platform.WorkAtStart;

/** Lets the first operator in: whoever reads the log of the service may run it. The demonstration prints a link of its own. */
@Component
@Profile("!demo")
final class FirstOperator {

    private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

    private final SignInLinks links;
    private final WorkAtStart start;

    FirstOperator(SignInLinks links, WorkAtStart start) {
        this.links = links;
        this.start = start;
    }

    @EventListener(ApplicationReadyEvent.class)
    void letIn() {
        start.once("The link to sign in", this::printLink);
    }

    private void printLink() {
        log.info("Sign in to the console once, within the hour: {}", links.issue("operator"));
    }
}
