package com.newgroktimes.digest.subscribers;

import java.util.List;

import com.newgroktimes.digest.mail.EmailAddress;

/**
 * Somebody's data are being erased: whoever keeps more of them than their number erases it, in the same transaction. Told once for each
 * number that they had.
 *
 * @param addresses all that they had, for finding what is to go
 */
public record Erased(long subscriber, List<EmailAddress> addresses) {}
