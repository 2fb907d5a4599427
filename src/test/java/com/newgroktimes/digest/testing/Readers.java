package com.newgroktimes.digest.testing;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.Evidence;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Readers for tests that need some: made the way real ones are, without waiting for the mail. */
public final class Readers {

    private final Subscribers subscribers;
    private final ReaderLinks links;
    private final Clock clock;

    Readers(Subscribers subscribers, ReaderLinks links, Clock clock) {
        this.subscribers = subscribers;
        this.links = links;
        this.clock = clock;
    }

    public Subscriber waiting(String address) {
        subscribers.signUp(EmailAddress.parse(address), "", "en", "test");
        return find(address);
    }

    public Subscriber confirmed(String address) {
        URI link = links.confirm(waiting(address).id(), clock.instant());
        subscribers.confirm(link.getPath().substring("/confirm/".length()), "test");
        return find(address);
    }

    public Subscriber find(String address) {
        return subscribers.find(EmailAddress.parse(address)).orElseThrow();
    }

    public boolean knows(String address) {
        return subscribers.find(EmailAddress.parse(address)).isPresent();
    }

    /** What they did, oldest first; without the letters, which are noted whenever they go. */
    public List<String> acts(Subscriber reader) {
        return subscribers.evidence(reader.id()).stream()
                .map(Evidence::what)
                .filter(what -> !what.endsWith(" mailed"))
                .toList();
    }
}
