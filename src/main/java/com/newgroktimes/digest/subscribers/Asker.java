package com.newgroktimes.digest.subscribers;

/**
 * The subscriber in whose name somebody asks, who may be anybody.
 *
 * @param from a network address as {@link Origins} keeps it, or the name of a part of the service
 */
record Asker(long subscriber, String from) {}
