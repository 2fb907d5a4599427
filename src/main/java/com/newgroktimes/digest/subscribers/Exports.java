package com.newgroktimes.digest.subscribers;

import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.imports.Outtake;

/** Gives the list of readers away, as CSV that an import takes back as it was. */
@Component
public class Exports {

    private final Outtake outtake;

    Exports(Outtake outtake) {
        this.outtake = outtake;
    }

    /**
     * Row by row, as they stood when it began.
     *
     * @param state whom; empty: everybody
     * @return how many
     */
    public long write(Optional<SubscriberState> state, Appendable csv) {
        return outtake.write(state, csv);
    }
}
