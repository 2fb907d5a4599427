package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.ledger.LedgerWriter;
import com.newgroktimes.digest.delivery.ledger.Outstanding;

/** The first attempt of an edition, without a relay, and with the usual limits of destinations. */
final class SpecimenRun {

    private SpecimenRun() {}

    static Run of(
            int edition,
            Gate gate,
            LedgerWriter writer,
            Outstanding outstanding,
            DestinationBrakes brakes,
            DeliverySettings settings,
            Clock clock) {
        Destinations destinations =
                new Destinations(DestinationsTest.table(), brakes, edition, 4, clock, new AtomicLong()::get);
        return new Run(
                edition,
                1,
                gate,
                writer,
                new Readahead(outstanding, edition, destinations, clock),
                destinations,
                Carriers.of(List.of(), settings, clock),
                new SafetyStop(settings.safety(), clock.instant()));
    }
}
