package com.newgroktimes.digest.subscribers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.mail.EmailAddress;

/**
 * Everyone who ever asked. {@code from} is a network address as {@link Origins} keeps it, or the name of a part of the service. What
 * readers do themselves waits in a {@link WaitingLines line}, and ten seconds at most, for what others hold: anybody may press again and
 * again.
 */
@Component
@Transactional
public class Subscribers {

    /** All of them wait for one lock. */
    private static final String CHANGES_OF_ADDRESS = "changes of address";

    private final WaitingLines lines;
    private final SignUps signUps;
    private final Confirmations confirmations;
    private final Departures departures;
    private final Farewell farewell;
    private final Erasure erasure;
    private final ErasedAddresses erased;
    private final RequestedLinks requested;
    private final AddressChanges addressChanges;
    private final LegacyKeys legacyKeys;
    private final Register register;
    private final EvidenceLog evidence;

    Subscribers(
            WaitingLines lines,
            SignUps signUps,
            Confirmations confirmations,
            Departures departures,
            Farewell farewell,
            Erasure erasure,
            ErasedAddresses erased,
            RequestedLinks requested,
            AddressChanges addressChanges,
            LegacyKeys legacyKeys,
            Register register,
            EvidenceLog evidence) {
        this.lines = lines;
        this.signUps = signUps;
        this.confirmations = confirmations;
        this.departures = departures;
        this.farewell = farewell;
        this.erasure = erasure;
        this.erased = erased;
        this.requested = requested;
        this.addressChanges = addressChanges;
        this.legacyKeys = legacyKeys;
        this.register = register;
        this.evidence = evidence;
    }

    /**
     * Takes a request for the digest. Does the same work whoever asks; what is mailed, by a durable task enqueued in the same
     * transaction, depends on what the address is. That transaction is its own, or one with others who ask at the same time.
     *
     * @param source where the form stood; blank: our own site
     * @param locale language tag of the page
     */
    @Transactional(propagation = Propagation.NEVER)
    public void signUp(EmailAddress address, String source, String locale, String from) {
        signUps.signUp(address, source, locale, from);
    }

    /** The same for someone who holds a confirmation link that is too old. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void signUpAgain(long subscriber, String from) {
        lines.stand(subscriber, () -> signUps.again(subscriber, from));
    }

    /** What pressing a confirmation link came to. */
    public enum Confirmed {
        DONE,
        ALREADY,
        EXPIRED,
        /** The link was mailed to an address that they have left for another. */
        MOVED,
        /** The address must not be written to. */
        REFUSED,
        UNKNOWN
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Confirmed confirm(String token, String from) {
        return lines.standFor(token, () -> confirmations.confirm(token, from));
    }

    /** Changes nothing. */
    @Transactional(readOnly = true)
    public Confirmation confirmation(String token) {
        return confirmations.look(token);
    }

    /** However often. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void leave(long subscriber, String from) {
        lines.standToLeave(subscriber, () -> departures.leave(subscriber, from));
    }

    /** The same for somebody who wants a mail that says that it is done. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void leaveWithANote(long subscriber, String from) {
        lines.standToLeave(subscriber, () -> farewell.leave(subscriber, from));
    }

    /** Whether leaving can still be undone. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean canComeBack(Subscriber reader) {
        return departures.canComeBack(reader);
    }

    /** False where it is too late, or where there is nothing to undo. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean comeBack(long subscriber, String from) {
        return lines.standFor(subscriber, () -> departures.comeBack(subscriber, from));
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public void sayWhy(long subscriber, String why, String from) {
        lines.stand(subscriber, () -> departures.sayWhy(subscriber, why, from));
    }

    /** Says again what is so already, too: nothing is noted then. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void prefer(long subscriber, Preferences preferences, String from) {
        lines.stand(subscriber, () -> {
            if (register.prefer(subscriber, preferences)) {
                evidence.note(subscriber, Act.CHANGED_SETTINGS, preferences.told(), from);
            }
        });
    }

    /** In which language they are written to from now on, as a language tag. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void speak(long subscriber, String locale, String from) {
        lines.stand(subscriber, () -> {
            if (register.speak(subscriber, locale)) {
                evidence.note(subscriber, Act.CHANGED_SETTINGS, "language " + locale, from);
            }
        });
    }

    /**
     * Mails the reader a link for this, unless they were mailed too many, or must not be written to. Whoever asks is not told which:
     * they may be anybody who was forwarded a digest.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void askForLink(long subscriber, Errand errand, String from) {
        lines.stand(subscriber, () -> requested.ask(subscriber, errand, from));
    }

    /** Changes nothing. */
    @Transactional(readOnly = true)
    public RequestedLink requestedLink(Door door, String token) {
        return requested.look(door, token);
    }

    /**
     * Mails the new address a link to press, unless it must not be written to, or was too often. Until the press nothing changes. Whoever
     * asks is not told which: the new address may be anybody's.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void askForNewAddress(long subscriber, EmailAddress wanted, String from) {
        lines.stand(CHANGES_OF_ADDRESS, () -> addressChanges.ask(subscriber, wanted, from));
    }

    /** Where the digest is to go once somebody presses that link. */
    @Transactional(readOnly = true)
    public Optional<WaitingChange> waitingChange(long subscriber) {
        return addressChanges.waiting(subscriber);
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public void dropNewAddress(long subscriber, String from) {
        lines.stand(CHANGES_OF_ADDRESS, () -> addressChanges.drop(subscriber, from));
    }

    /** Changes nothing. */
    @Transactional(readOnly = true)
    public AddressChange addressChange(String token) {
        return addressChanges.look(token);
    }

    /** Whoever had this address before they changed it. */
    @Transactional(readOnly = true)
    public Optional<Subscriber> hadBefore(EmailAddress address) {
        return addressChanges.hadBefore(address);
    }

    /** In which the mail with that link was written; empty where nobody can be told by it. */
    @Transactional(readOnly = true)
    public Optional<String> languageOfChange(String token) {
        return addressChanges.language(token);
    }

    /** Once; what it came to is told by {@link #addressChange}. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void changeAddress(String token, String from) {
        lines.stand(CHANGES_OF_ADDRESS, () -> addressChanges.press(token, from));
    }

    /** All that is kept about them here, for themselves. Empty where nobody has this number. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<ReaderData> takeCopy(long subscriber, String from) {
        return lines.standFor(
                subscriber,
                () -> register.hold(subscriber).map(reader -> {
                    evidence.note(subscriber, Act.TOOK_A_COPY, from);
                    return new ReaderData(
                            reader,
                            evidence.of(subscriber),
                            legacyKeys.of(subscriber),
                            addressChanges.waiting(subscriber).orElse(null));
                }));
    }

    /**
     * Whoever reads this mailbox did not sign up: nothing is mailed there for a year. Changes nothing where their address is another by
     * now.
     *
     * @param issued when the mailbox was mailed the link that says so
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void notMe(long subscriber, Instant issued, String from) {
        lines.stand(subscriber, () -> departures.notMe(subscriber, issued, from));
    }

    /** Whether they have another address than the one that they had at a moment. */
    @Transactional(readOnly = true)
    public boolean hasMovedSince(long subscriber, Instant moment) {
        return departures.hasMovedSince(subscriber, moment);
    }

    /** Mails a way to leave to whoever is on the list under this address. Does the same work whatever the address is. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void askToLeave(EmailAddress address, String from) {
        lines.stand(RoughInbox.of(address), () -> signUps.askToLeave(address, from));
    }

    @Transactional(readOnly = true)
    public Optional<Subscriber> find(EmailAddress address) {
        return register.find(address);
    }

    /** Everyone at one of these addresses, in whatever case either is spelt. */
    @Transactional(readOnly = true)
    public List<Subscriber> inAnyCase(Collection<EmailAddress> addresses) {
        return register.inAnyCase(addresses);
    }

    /** The number that whoever had this one has now: two may turn out to be one person's. */
    @Transactional(readOnly = true)
    public long current(long subscriber) {
        return register.current(subscriber);
    }

    /** All numbers of whoever has this one: theirs, and those that they had before two turned out to be one person's. */
    @Transactional(readOnly = true)
    public List<Long> numbers(long subscriber) {
        return register.numbers(subscriber);
    }

    @Transactional(readOnly = true)
    public Optional<Subscriber> find(long subscriber) {
        return register.find(subscriber);
    }

    /**
     * Why nothing may be mailed to this address, in whatever case it is spelt: nearly every mailbox takes them all for one. The
     * strictest reason where there are several.
     */
    @Transactional(readOnly = true)
    public Optional<Suppression> suppression(EmailAddress address) {
        return erased.isKnownInAnyCase(address) ? Optional.of(Suppression.ERASED) : register.suppression(address);
    }

    /**
     * Everything that tells who they are goes, here and wherever {@link Erased} is listened to, and never comes back. Their number
     * stays, so that the links they were mailed open as before, and with it that they asked and confirmed, and when.
     *
     * @param by an operator, or a part of the service
     * @return false where nobody has this number, or nobody any more
     */
    public boolean erase(long subscriber, String by) {
        return erasure.erase(subscriber, by);
    }

    /** The same by the reader's own press: from where is not kept, since that tells who they are. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean eraseThemselves(long subscriber) {
        return lines.standFor(CHANGES_OF_ADDRESS, () -> erasure.eraseThemselves(subscriber));
    }

    /** Whose address this was, until they had it erased. They may be a subscriber again, under another number. */
    @Transactional(readOnly = true)
    public Optional<ErasedReader> erased(EmailAddress address) {
        return erased.find(address);
    }

    /** The same by the number that stayed. */
    @Transactional(readOnly = true)
    public Optional<ErasedReader> erased(long subscriber) {
        return register.erased(subscriber);
    }

    /** By number; whoever has been erased is not among them. */
    @Transactional(readOnly = true)
    public Map<Long, String> addresses(Collection<Long> subscribers) {
        return register.addresses(subscribers);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Evidence> evidence(long subscriber) {
        return evidence.of(subscriber);
    }

    /** Mail to this address came back for good: nothing more is mailed there, if it is still theirs. */
    public void cameBack(long subscriber, EmailAddress address, String from) {
        departures.cameBack(subscriber, address, from);
    }

    /**
     * Takes back whatever keeps mail from an address, because its reader asked for that. It puts nobody on the list: who never confirmed, or
     * left, confirms again. Changes nothing where nothing keeps mail from them.
     *
     * @param why how they asked
     */
    public void lift(long subscriber, String why, String by) {
        departures.lift(subscriber, why, by);
    }

    /** Nothing more is mailed to this address. In the caller's transaction, if there is one. */
    public void suppress(long subscriber, Suppression reason, String from) {
        departures.suppress(subscriber, reason, from);
    }
}
