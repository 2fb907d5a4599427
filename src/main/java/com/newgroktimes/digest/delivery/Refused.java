package com.newgroktimes.digest.delivery;

import com.newgroktimes.digest.mail.Answer;

/**
 * The relay refused a delivery for good, for a reason that speaks of its reader.
 *
 * @param address where it was sent, which need not be the reader's any more
 */
public record Refused(int edition, long subscriber, String address, Answer answer) {}
