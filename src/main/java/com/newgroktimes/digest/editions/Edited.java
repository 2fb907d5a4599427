package com.newgroktimes.digest.editions;

import java.time.Instant;

/** When somebody last changed an edition by hand, and who. */
public record Edited(Instant at, String by) {}
