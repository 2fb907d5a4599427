package com.newgroktimes.digest.delivery.testsend;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.SendCheck;

/** Somebody should have seen this exact mail in a mail program of theirs. */
@Component
class TestSendCheck implements SendCheck {

    private final TestCopyTable copies;
    private final MessageSource messages;
    private final Clock clock;

    TestSendCheck(TestCopyTable copies, MessageSource messages, Clock clock) {
        this.copies = copies;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String rule() {
        return "test-send";
    }

    @Override
    public List<Check> check(Edition edition) {
        int accepted = copies.accepted(edition.number(), edition.contentHash());
        return List.of(
                accepted > 0
                        ? row(Level.FINE, "check.test-send.fine", accepted)
                        : row(Level.LOOK, "check.test-send.none"));
    }

    private Check row(Level level, String message, Object... figures) {
        return new Check(rule(), level, messages.getMessage(message, figures, Locale.ENGLISH), clock.instant());
    }
}
