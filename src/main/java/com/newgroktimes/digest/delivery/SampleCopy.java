package com.newgroktimes.digest.delivery;

/**
 * A copy as a reader would get it.
 *
 * @param html    empty for a variant of plain text alone
 * @param message headers and body, byte by byte
 */
public record SampleCopy(String html, String text, byte[] message) {}
