package com.newgroktimes.digest.subscribers;

/**
 * What a version of a page or mail said.
 *
 * @param version as evidence names it
 * @param words   of the sign-up and the confirmation for one of the pages, or of the whole mail, made out to nobody
 */
public record ShownText(String version, String words) {}
