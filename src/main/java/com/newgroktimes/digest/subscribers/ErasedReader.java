package com.newgroktimes.digest.subscribers;

import java.time.Instant;

/** Who was once behind an address: a number, under which it is still known what was asked and confirmed. */
public record ErasedReader(long subscriber, Instant erasedAt) {}
