package com.newgroktimes.digest.mail;

/**
 * The outcome and the relay's own words.
 *
 * @param code  the enhanced status code (RFC 3463) where the reply carries a valid one, else the three digits; empty without a reply
 * @param reply the whole reply, or what was wrong with the line; one line, at most 512 characters
 */
public record Answer(Outcome outcome, String code, String reply) {}
