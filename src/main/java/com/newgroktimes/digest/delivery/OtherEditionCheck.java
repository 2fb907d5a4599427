package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.SendCheck;

/** Two editions under way share one relay, and readers get both on one day. */
@Component
class OtherEditionCheck implements SendCheck {

    private static final Set<EditionState> UNDER_WAY = EnumSet.of(
            EditionState.HOLDING,
            EditionState.PREPARING,
            EditionState.SENDING,
            EditionState.PAUSING,
            EditionState.PAUSED,
            EditionState.RETRYING);

    private final Editions editions;
    private final MessageSource messages;
    private final Clock clock;

    OtherEditionCheck(Editions editions, MessageSource messages, Clock clock) {
        this.editions = editions;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String rule() {
        return "other-edition";
    }

    @Override
    public List<Check> check(Edition edition) {
        List<Check> others = editions.in(UNDER_WAY).stream()
                .filter(number -> number != edition.number())
                .map(number -> row(Level.LOOK, "check.other-edition.under-way", number))
                .toList();
        return others.isEmpty() ? List.of(row(Level.FINE, "check.other-edition.fine")) : others;
    }

    private Check row(Level level, String message, Object... figures) {
        return new Check(rule(), level, messages.getMessage(message, figures, Locale.ENGLISH), clock.instant());
    }
}
