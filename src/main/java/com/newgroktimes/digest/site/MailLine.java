package com.newgroktimes.digest.site;

/**
 * What became of one edition, as a reader is told. Templates read it.
 *
 * @param told  the end of a message's key
 * @param at    when that was; for one that was put off, when it is tried again; empty: not known
 * @param why   key of the message that gives the reason; empty: none
 * @param words what the mail server said; empty: nothing
 */
public record MailLine(int edition, String told, String at, String why, String words) {}
