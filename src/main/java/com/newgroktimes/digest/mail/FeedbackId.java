package com.newgroktimes.digest.mail;

/** By what mailbox providers count complaints: equal in all copies, with a sender's name of 5 to 15 characters at its end. */
public final class FeedbackId {

    private static final int LEAST = 5;
    private static final int MOST = 15;

    private FeedbackId() {}

    public static String digest(String domain) {
        return "digest:weekly:list:" + sender(domain);
    }

    public static String welcome(String domain) {
        return "welcome:once:list:" + sender(domain);
    }

    private static String sender(String domain) {
        String name = domain.replaceAll("[^a-z0-9]", "");
        return name.length() < LEAST ? name + "digest" : name.substring(0, Math.min(name.length(), MOST));
    }
}
