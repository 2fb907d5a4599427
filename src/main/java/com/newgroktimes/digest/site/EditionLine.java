package com.newgroktimes.digest.site;

/**
 * A past edition in a list.
 *
 * @param date     the day it was sent, spelled out
 * @param headline of its first story
 */
public record EditionLine(int number, String date, String headline, int storyCount) {}
