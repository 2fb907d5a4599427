package com.newgroktimes.digest.subscribers;

import com.newgroktimes.digest.mail.EmailAddress;

/**
 * Somebody's data are being erased: whoever keeps more of them than their number erases it, in the same transaction.
 *
 * @param address for finding what is to go
 */
public record Erased(long subscriber, EmailAddress address) {}
