package com.newgroktimes.digest.testing;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.Evidence;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

import static com.newgroktimes.digest.testing.Eventually.eventually;

/** Readers for tests that need some: made the way real ones are, without waiting for the mail. */
public final class Readers {

    private final Subscribers subscribers;
    private final ReaderLinks links;
    private final Clock clock;
    private final JdbcClient database;

    Readers(Subscribers subscribers, ReaderLinks links, Clock clock, JdbcClient database) {
        this.subscribers = subscribers;
        this.links = links;
        this.clock = clock;
        this.database = database;
    }

    public Subscriber waiting(String address) {
        return waiting(address, "en");
    }

    /** @param language in which they are written to */
    public Subscriber waiting(String address, String language) {
        subscribers.signUp(EmailAddress.parse(address), "", language, "test");
        return find(address);
    }

    public Subscriber confirmed(String address) {
        return confirmed(address, "en");
    }

    public Subscriber confirmed(String address, String language) {
        URI link = links.confirm(waiting(address, language).id(), clock.instant());
        subscribers.confirm(link.getPath().substring("/confirm/".length()), "test");
        return find(address);
    }

    /** Waits for the letters that they are owed; each leaves a line of evidence when it goes. */
    public void haveTheirLetters() {
        eventually("all letters are brought", () -> lettersOwed("") == 0);
    }

    /** Waits until so many letters could not be brought: they are tried again once the clock has moved on. */
    public void lettersArePutOff(int letters) {
        eventually(
                "%d letters are put off".formatted(letters),
                () -> lettersOwed("and consecutive_failures > 0 and not picked") == letters);
    }

    private long lettersOwed(String which) {
        return database.sql("select count(*) from scheduled_tasks where task_name = 'letter' " + which)
                .query(Long.class)
                .single();
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
