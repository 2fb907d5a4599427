package com.newgroktimes.digest.mail.dkim;

import java.util.Optional;

/**
 * A key of the settings, and what the DNS said of it when it was asked last.
 *
 * @param record the name of its record
 * @param bits   how long it is, where that may differ
 * @param signs  whether mails are signed with it now; else it waits for its turn, or has had it
 * @param fault  why its file could not be read again, if it could not
 */
public record PublishedKey(String record, Optional<Integer> bits, boolean signs, Fit fit, Optional<String> fault) {}
