package com.newgroktimes.digest.subscribers;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;

/** Everyone who ever asked. */
@Component
public class Subscribers {

    /**
     * Takes a request for the digest. Does the same work whoever asks; what is mailed, by a durable task enqueued in the same
     * transaction, depends on what the address is.
     *
     * @param source where the form stood
     * @param locale language tag of the page
     * @param from   shortened network address of whoever asked
     */
    public void signUp(EmailAddress address, String source, String locale, String from) {
        throw new UnsupportedOperationException();
    }

    /** What pressing a confirmation link came to. */
    public enum Confirmed {
        DONE,
        ALREADY,
        EXPIRED,
        UNKNOWN
    }

    public Confirmed confirm(String token, String from) {
        throw new UnsupportedOperationException();
    }

    public Optional<Subscriber> find(EmailAddress address) {
        throw new UnsupportedOperationException();
    }

    public List<Evidence> evidence(long subscriber) {
        throw new UnsupportedOperationException();
    }

    /** Nothing more is mailed to this address. In the caller's transaction, if there is one. */
    public void suppress(long subscriber, Suppression reason, String from) {
        throw new UnsupportedOperationException();
    }
}
