package com.newgroktimes.digest.delivery;

/**
 * The relay refused a delivery for good, for a reason that speaks of its reader.
 *
 * @param code enhanced status code, or the three digits
 */
public record Refused(int edition, long subscriber, String code, String reply) {}
