package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.util.List;

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
    private final Clock clock;

    AudienceCheck(Audience audience, Clock clock) {
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public List<Check> check(Edition edition) {
        long size = audience.size();
        return List.of(
                size > 0
                        ? row(Level.FINE, "%d people would get it now.".formatted(size))
                        : row(
                                Level.STOPS,
                                "There is nobody on the list yet. Whoever confirms before you send is included."));
    }

    private Check row(Level level, String message) {
        return new Check("audience", level, message, clock.instant());
    }
}
