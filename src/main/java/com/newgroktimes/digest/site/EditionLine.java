package com.newgroktimes.digest.site;

/**
 * A past edition in a list.
 *
 * @param date     the day it was sent, spelled out
 * @param subject as its page and the feed call it
 * @param lead    the headline of its first story; empty where the subject says it already
 */
public record EditionLine(int number, String date, String subject, String lead, int storyCount) {}
