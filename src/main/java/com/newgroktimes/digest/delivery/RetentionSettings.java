package com.newgroktimes.digest.delivery;

import java.time.Duration;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long things are kept.
 *
 * @param deliveries how long after its end an edition's ledger is kept, and a test of one after it was sent; totals stay
 */
@Validated
@ConfigurationProperties("digest.retention")
public record RetentionSettings(
        @DefaultValue("180d") @NotNull @DurationMin(days = 1)
        Duration deliveries) {}
