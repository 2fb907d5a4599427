package com.newgroktimes.digest.delivery;

import java.time.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How an edition is sent.
 *
 * @param connections   how many connections to the relay are open at once
 * @param perMinute     how many messages the relay allows us; 0 is no limit
 * @param holding       how long an edition is held after Send, so that it can be taken back
 * @param giveUpAfter   how long a delivery is put off before it is given up
 * @param problemsAbove share of refused and given up deliveries above which an edition counts as sent with problems
 * @param relayPatience how long all relays may be away before the run pauses
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
        Duration relayPatience) {}
