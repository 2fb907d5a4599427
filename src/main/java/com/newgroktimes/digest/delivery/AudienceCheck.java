package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.SendCheck;

/** There must be somebody to send to. */
@Component
class AudienceCheck implements SendCheck {

    private final Audience audience;
    private final MessageSource messages;
    private final Clock clock;

    AudienceCheck(Audience audience, MessageSource messages, Clock clock) {
        this.audience = audience;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String rule() {
        return "audience";
    }

    @Override
    public List<Check> check(Edition edition) {
        long size = audience.size();
        return List.of(
                size > 0 ? row(Level.FINE, "check.audience.fine", size) : row(Level.STOPS, "check.audience.none"));
    }

    private Check row(Level level, String message, Object... figures) {
        return new Check(rule(), level, messages.getMessage(message, figures, Locale.ENGLISH), clock.instant());
    }
}
