package com.newgroktimes.digest.subscribers;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.Purpose;
import com.newgroktimes.digest.platform.SignedLinks;
import com.newgroktimes.digest.platform.SignedLinks.Signed;

/** The links that name one reader: made when they are needed, never stored, so that any of them can be made again. */
@Component
public class ReaderLinks {

    /** Opens the same doors as readers' own links, and moves nobody through them. */
    private static final Purpose PREVIEW = Purpose.undated("preview");

    /** Mails of before have it without a date: it was mailed before any change of address that there was. */
    private static final Purpose NOT_ME_UNDATED = Purpose.undated("not-me");

    /** Subscribers are numbered from 1. */
    private static final long NOBODY = 0;

    private final SignedLinks links;
    private final Register register;
    private final Publication publication;

    ReaderLinks(SignedLinks links, Register register, Publication publication) {
        this.links = links;
        this.register = register;
        this.publication = publication;
    }

    public URI confirm(long subscriber, Instant issued) {
        return to(Door.CONFIRM, subscriber, issued);
    }

    /** Works for ever. */
    public URI unsubscribe(long subscriber) {
        return to(Door.UNSUBSCRIBE, subscriber, Instant.EPOCH);
    }

    /** The last part of that link, for where there is no room for a link. */
    String unsubscribeToken(long subscriber) {
        return links.sign(Door.UNSUBSCRIBE.purpose(), subscriber, Instant.EPOCH);
    }

    /** @param issued for a link in an edition, the edition's freeze */
    public URI settings(long subscriber, Instant issued) {
        return to(Door.SETTINGS, subscriber, issued);
    }

    /** Works for an hour from when it was issued, save one to the settings. */
    public URI to(Errand errand, long subscriber, Instant issued) {
        return to(errand.door(), subscriber, issued);
    }

    /** In the mail to an address where the digest is to go. */
    URI newAddress(long change, Instant issued) {
        return to(Door.NEW_ADDRESS, change, issued);
    }

    public URI notMe(long subscriber, Instant issued) {
        return to(Door.NOT_ME, subscriber, issued);
    }

    /** A link to show what a reader's own would: it names nobody, and whatever is pressed behind it changes nothing. */
    public URI preview(Door door) {
        return publication.at(door.path() + links.sign(PREVIEW, NOBODY, Instant.EPOCH));
    }

    public boolean isPreview(String token) {
        return links.read(PREVIEW, token).isPresent();
    }

    /** Whether it opens any of the doors under the settings' address. */
    public boolean isOfSettings(String token) {
        return Arrays.stream(Door.values())
                .filter(door -> door.path().equals(Door.SETTINGS.path()))
                .anyMatch(door -> read(door, token).isPresent());
    }

    /**
     * Empty for whatever is not, character by character, a link of ours to this door. The reader's number is the one that they have
     * now: see {@link Joining}.
     */
    public Optional<Signed> read(Door door, String token) {
        Optional<Signed> link = links.read(door.purpose(), token)
                .or(() -> door == Door.NOT_ME ? links.read(NOT_ME_UNDATED, token) : Optional.empty());
        return door.namesReader()
                ? link.map(signed -> new Signed(register.current(signed.subject()), signed.issued()))
                : link;
    }

    private URI to(Door door, long subscriber, Instant issued) {
        return publication.at(door.path() + links.sign(door.purpose(), subscriber, issued));
    }
}
