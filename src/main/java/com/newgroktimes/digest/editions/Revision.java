package com.newgroktimes.digest.editions;

/**
 * What an edition said to some of its readers.
 *
 * @param number from 1
 */
public record Revision(int number, String contentHash) {}
