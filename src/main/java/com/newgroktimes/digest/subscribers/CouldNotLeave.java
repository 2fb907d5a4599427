package com.newgroktimes.digest.subscribers;

/** Somebody pressed a button or a mail program's button to leave, and was answered with an error of ours. */
public record CouldNotLeave() {}
