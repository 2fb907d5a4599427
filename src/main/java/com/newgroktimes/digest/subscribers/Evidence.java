package com.newgroktimes.digest.subscribers;

import java.time.Instant;

/**
 * One thing that was asked, shown or pressed.
 *
 * @param from    a network address as {@link Origins} keeps it, or the name of a part of the service
 * @param version of the page or mail that was shown: see {@link TextVersion}; empty where nothing was
 */
public record Evidence(Instant at, String what, String from, String version) {}
