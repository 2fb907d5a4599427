package com.newgroktimes.digest.delivery;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.editions.SendCheck;

/** There must be somebody to send to, and about as many as last time. */
@Component
class AudienceCheck implements SendCheck {

    private static final int TENTH = 10;

    private final Audience audience;
    private final Editions editions;

    AudienceCheck(Audience audience, Editions editions) {
        this.audience = audience;
        this.editions = editions;
    }

    @Override
    public String rule() {
        return "audience";
    }

    @Override
    public boolean isOfLeaving() {
        return true;
    }

    @Override
    public List<Finding> look(Edition edition) {
        long size = audience.size();
        if (size == 0) {
            return List.of(Finding.stops("none"));
        }
        return List.of(editions.approvedBefore(edition.number())
                .filter(before -> Math.abs(size - before) * TENTH > before)
                .map(before -> Finding.look("changed", size, before))
                .orElseGet(() -> Finding.fine(size)));
    }
}
