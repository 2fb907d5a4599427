package com.newgroktimes.digest.operator.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Setback;
import com.newgroktimes.digest.mail.Reason;

/** All deliveries that did not succeed for one reason: what became of them, and with whom. Templates read it. */
public record ReasonGroup(Reason reason, List<Setback.Count> counts) {

    /** @param domain empty for all those that are not told apart */
    public record Destination(int number, String domain, long deliveries) {}

    public record State(DeliveryState state, long deliveries) {}

    /** The largest first. */
    static List<ReasonGroup> of(List<Setback.Count> counts) {
        Map<Reason, List<Setback.Count>> byReason = counts.stream()
                .collect(Collectors.groupingBy(
                        Setback.Count::reason, () -> new EnumMap<>(Reason.class), Collectors.toList()));
        return byReason.entrySet().stream()
                .map(group -> new ReasonGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(ReasonGroup::deliveries).reversed())
                .toList();
    }

    public long deliveries() {
        return counts.stream().mapToLong(Setback.Count::number).sum();
    }

    public List<State> states() {
        Map<DeliveryState, Long> sums = new EnumMap<>(DeliveryState.class);
        counts.forEach(count -> sums.merge(count.state(), count.number(), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> new State(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** The largest first. */
    public List<Destination> destinations() {
        Map<Integer, Destination> sums = new TreeMap<>();
        counts.forEach(count -> sums.merge(
                count.destination(),
                new Destination(count.destination(), count.domain(), count.number()),
                (one, other) -> new Destination(one.number(), one.domain(), one.deliveries() + other.deliveries())));
        List<Destination> destinations = new ArrayList<>(sums.values());
        destinations.sort(Comparator.comparing(Destination::deliveries).reversed());
        return destinations;
    }
}
