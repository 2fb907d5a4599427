package com.newgroktimes.digest.delivery;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.editions.SendCheck;

/** There must be somebody to send to. */
@Component
class AudienceCheck implements SendCheck {

    private final Audience audience;

    AudienceCheck(Audience audience) {
        this.audience = audience;
    }

    @Override
    public String rule() {
        return "audience";
    }

    @Override
    public List<Finding> look(Edition edition) {
        long size = audience.size();
        return List.of(size > 0 ? Finding.fine(size) : Finding.stops("none"));
    }
}
