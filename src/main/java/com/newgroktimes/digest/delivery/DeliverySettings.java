package com.newgroktimes.digest.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import com.newgroktimes.digest.mail.DomainName;
import com.newgroktimes.digest.mail.InvalidAddress;
import com.newgroktimes.digest.mail.Relay;
import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.platform.StartRefused;

/**
 * How an edition is sent.
 *
 * @param connections   how many connections are open at once to a relay that sets no number of its own
 * @param perMinute     how many messages all relays get together; 0 is no limit
 * @param holding       how long an edition is held after Send, so that it can be taken back
 * @param giveUpAfter   how long a delivery is put off before it is given up
 * @param problemsAbove share of refused and given up deliveries above which an edition counts as sent with problems
 * @param relayPatience how long all relays may be away before the run pauses
 * @param deadline      how long after its freeze an edition ends, whatever is left of it
 * @param mxLookups     whether the DNS is asked who takes the mail of readers' domains
 * @param mxNameServer  who is asked that; without it, whom the machine asks
 * @param retry         when a delivery that was put off is tried again
 * @param safety        when a run pauses by itself
 * @param destinations  what single ones allow, in the place of what is assumed of those of the same name
 */
@Validated
@ConfigurationProperties("digest.delivery")
public record DeliverySettings(
        @DefaultValue("16") @Min(1) @Max(256) int connections,
        @DefaultValue("0") @Min(0) int perMinute,
        @DefaultValue("60s") @NotNull @DurationMin Duration holding,

        @DefaultValue("24h") @NotNull @DurationMin(seconds = 1)
        Duration giveUpAfter,

        @DefaultValue("2%") @NotNull Share problemsAbove,

        @DefaultValue("30m") @NotNull @DurationMin(seconds = 1)
        Duration relayPatience,

        @DefaultValue("3d") @NotNull @DurationMin(seconds = 1)
        Duration deadline,

        @DefaultValue("true") boolean mxLookups,

        @Nullable
        @Pattern(
                regexp = "|" + Resolver.SERVER,
                message = "must be a name or an address, such as 192.0.2.53 or 192.0.2.53:53")
        String mxNameServer,

        @DefaultValue @Valid @NotNull Retry retry,
        @DefaultValue @Valid @NotNull Safety safety,
        @DefaultValue @NotNull List<@Valid DestinationLimits> destinations) {

    public DeliverySettings {
        destinations = inAscii(destinations);
        refuseTwice(destinations);
    }

    /** How many are open at once to these relays together. */
    public int connections(List<Relay> relays) {
        return relays.stream().mapToInt(this::connections).sum();
    }

    /** That a run has open to this relay at once. */
    public int connections(Relay relay) {
        return relay.connections().orElse(connections);
    }

    private static List<DestinationLimits> inAscii(List<DestinationLimits> destinations) {
        return IntStream.range(0, destinations.size())
                .mapToObj(i -> destinations.get(i).inAscii("digest.delivery.destinations[%d].".formatted(i)))
                .toList();
    }

    private static void refuseTwice(List<DestinationLimits> destinations) {
        Set<String> names = new HashSet<>();
        Set<String> domains = new HashSet<>();
        for (int i = 0; i < destinations.size(); i++) {
            DestinationLimits destination = destinations.get(i);
            String setting = "digest.delivery.destinations[%d].".formatted(i);
            if (!names.add(destination.name())) {
                throw StartRefused.setting(
                        setting + "name", destination.name(), "this destination is in the list already.");
            }
            for (String domain : destination.domains()) {
                if (!domains.add(domain)) {
                    throw StartRefused.setting(setting + "domains", domain, "this domain is in the list already.");
                }
            }
        }
    }

    /**
     * When a delivery that was put off is tried again (RFC 5321 §4.5.4.1). Each pause is up to half as long again, so that those who
     * were put off together do not come back together.
     *
     * @param secondTryAfter  the pause after the first try
     * @param laterTriesAfter the pause after each later one
     */
    public record Retry(
            @DefaultValue("30m") @NotNull @DurationMin(seconds = 1)
            Duration secondTryAfter,

            @DefaultValue("2h") @NotNull @DurationMin(seconds = 1)
            Duration laterTriesAfter) {}

    /**
     * When a run pauses by itself, before it does harm.
     *
     * @param refusedAbove share of refused deliveries, or of those in doubt, of all tried in this attempt, above which it pauses
     * @param afterTries   how many are tried before that share is looked at
     * @param inARow       how many refusals of one destination, with nothing accepted in between, pause it; 0 is never
     * @param complaintsAbove share of those tried in this attempt who reported the mail as unwanted, above which it pauses
     * @param failedLeaves how many who want to leave are answered with an error within ten minutes when it pauses; 0 is any number
     * @param diskBelow    free space of the data directory below which it pauses
     */
    public record Safety(
            @DefaultValue("5%") @NotNull Share refusedAbove,
            @DefaultValue("500") @Min(1) int afterTries,
            @DefaultValue("50") @Min(0) int inARow,
            @DefaultValue("0.1%") @NotNull Share complaintsAbove,
            @DefaultValue("5") @Min(0) int failedLeaves,
            @DefaultValue("256MB") @NotNull DataSize diskBelow) {}

    /**
     * How much one destination gets from the start, whatever it answers.
     *
     * @param name        the operator of mail exchangers, such as {@code google.com}, or a domain; one that is known to be another
     *                    destination's, as {@code gmail.com} is, means that one
     * @param domains     whose mail it takes for certain, so that nobody need be asked
     * @param connections how many messages it may have in hand at once; 0: as many as there are connections
     * @param perMinute   how many it gets in a minute; 0: no limit
     */
    public record DestinationLimits(
            @NotBlank String name,
            @DefaultValue @NotNull List<String> domains,
            @DefaultValue("0") @Min(0) int connections,
            @DefaultValue("0") @Min(0) int perMinute) {

        public DestinationLimits {
            name = name == null ? "" : name.strip();
            domains = domains.stream()
                    .map(String::strip)
                    .filter(domain -> !domain.isEmpty())
                    .toList();
        }

        /** As readers' domains are kept. */
        private DestinationLimits inAscii(String setting) {
            return new DestinationLimits(
                    name.isEmpty() ? name : ascii(setting + "name", name),
                    domains.stream()
                            .map(domain -> ascii(setting + "domains", domain))
                            .toList(),
                    connections,
                    perMinute);
        }

        private static String ascii(String setting, String given) {
            try {
                return DomainName.ascii(given);
            } catch (InvalidAddress e) {
                throw StartRefused.setting(setting, given, "it must be a domain, such as example.org.");
            }
        }

        public static DestinationLimits none(String name) {
            return new DestinationLimits(name, List.of(), 0, 0);
        }
    }
}
