package com.newgroktimes.digest.editions;

/**
 * What a story says now, and its copy in an edition does not.
 *
 * @param field in the story's shape
 */
public record Difference(String field, String copy, String now) {}
