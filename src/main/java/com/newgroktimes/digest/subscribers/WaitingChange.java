package com.newgroktimes.digest.subscribers;

import java.time.Instant;

import com.newgroktimes.digest.mail.EmailAddress;

/**
 * An address that the digest is to go to once somebody presses the button in a mail there.
 *
 * @param until when that mail's link stops working
 */
public record WaitingChange(EmailAddress address, Instant asked, Instant until) {}
