package com.newgroktimes.digest.delivery;

import com.newgroktimes.digest.mail.Answer;

/** The relay refused a delivery for good, for a reason that speaks of its reader. */
public record Refused(int edition, long subscriber, Answer answer) {}
