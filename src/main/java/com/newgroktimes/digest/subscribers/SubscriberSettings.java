package com.newgroktimes.digest.subscribers;

import java.util.List;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may sign up from where, and how often.
 *
 * @param welcome whether whoever has confirmed is mailed where past editions are, and how to leave
 * @param askPerMinute how many of those whom an import brought are asked to confirm in a minute, once an operator asks them
 * @param sources where forms stand: what a sign-up may name as its source; others are kept as {@code other}
 * @param origins what is kept, as evidence, of the network address that somebody asked or pressed from
 */
@Validated
@ConfigurationProperties("digest.subscribers")
public record SubscriberSettings(
        @DefaultValue("false") boolean welcome,
        @DefaultValue("600") @Min(1) @Max(60_000) int askPerMinute,
        @DefaultValue List<String> sources,
        @DefaultValue("shortened") Origins.Kept origins,
        @DefaultValue Limits limits) {

    /**
     * Sign-ups an hour; 0 is no limit.
     *
     * @param perNetwork from one IPv4 address or IPv6 /64
     * @param perDomain  for addresses of one domain
     * @param total      from everywhere
     */
    public record Limits(
            @DefaultValue("100") @Min(0) int perNetwork,
            @DefaultValue("10000") @Min(0) int perDomain,
            @DefaultValue("50000") @Min(0) int total) {}

    /** The source as it is kept: a form on our own site names none. */
    public String source(String named) {
        if (named.isBlank() || named.equals("site")) {
            return "site";
        }
        return sources.contains(named) ? named : "other";
    }
}
