package com.newgroktimes.digest.platform;

/** By how much a number of people may differ from the one that was approved: a fiftieth of it, rounded down. */
public final class Slack {

    private static final int PART = 50;

    private Slack() {}

    public static boolean allows(long approved, long now) {
        return Math.abs(now - approved) <= approved / PART;
    }
}
