package com.newgroktimes.digest.rendering;

/** What a mail template made of its model: one line of subject, and both parts. */
public record RenderedMail(String subject, String text, String html) {}
