package com.newgroktimes.digest.platform;

/**
 * What a signed link is for. A link made for one purpose opens no other door.
 *
 * @param dated whether the hour of issue is part of the link, for links that grow old
 */
public record Purpose(String name, boolean dated) {}
