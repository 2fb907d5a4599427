package com.newgroktimes.digest.delivery.run;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Destinations by settings, for tests beyond this package. */
public final class SpecimenDestinations {

    private SpecimenDestinations() {}

    public static DestinationTable limited(String name, int perMinute) {
        return new DestinationTable(
                DestinationsTest.settings(
                        Map.of("destinations[0].name", name, "destinations[0].per-minute", String.valueOf(perMinute))),
                UnaryOperator.identity());
    }
}
