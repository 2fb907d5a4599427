package com.newgroktimes.digest.delivery;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.editions.SendCheck;

/** Two editions under way share one relay, and readers get both on one day. */
@Component
class OtherEditionCheck implements SendCheck {

    private static final Set<EditionState> LEAVING_OR_PAUSED = EnumSet.of(
            EditionState.HOLDING,
            EditionState.PREPARING,
            EditionState.SENDING,
            EditionState.PAUSING,
            EditionState.PAUSED,
            EditionState.RETRYING);

    private final Editions editions;

    OtherEditionCheck(Editions editions) {
        this.editions = editions;
    }

    @Override
    public String rule() {
        return "other-edition";
    }

    @Override
    public List<Finding> look(Edition edition) {
        return editions.in(LEAVING_OR_PAUSED).stream()
                .filter(number -> number != edition.number())
                .map(number -> Finding.look("under-way", number))
                .toList();
    }
}
