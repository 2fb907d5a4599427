package com.newgroktimes.digest.mail.dkim;

/** What is wrong with the file of a key, as the end of a sentence that begins with its name. */
public final class UnusableKey extends Exception {

    UnusableKey(String what) {
        super(what);
    }

    public String what() {
        return String.valueOf(getMessage());
    }
}
