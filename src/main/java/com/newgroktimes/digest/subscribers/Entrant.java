package com.newgroktimes.digest.subscribers;

import com.newgroktimes.digest.mail.EmailAddress;

/**
 * An address in whose name somebody asks.
 *
 * @param source where they did
 * @param locale language tag of what they read there
 */
record Entrant(EmailAddress address, String source, String locale) {}
