package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long readers are known.
 *
 * @param unconfirmed   how long after the last thing that happened to it an address is kept that nobody confirmed; longer than a
 *                      link in a confirmation mail works
 * @param evidenceYears for how many years after the end of the year in which they left it is kept who somebody was, and what they agreed to
 */
@Validated
@ConfigurationProperties("digest.retention")
public record KeepingSettings(
        @DefaultValue("30d") @NotNull @DurationMin(days = 8) Duration unconfirmed,
        @DefaultValue("3") @Min(0) @Max(100) int evidenceYears) {}
