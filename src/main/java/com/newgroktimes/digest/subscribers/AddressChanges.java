package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.SignedLinks.Signed;
import com.newgroktimes.digest.subscribers.AddressChange.Standing;
import com.newgroktimes.digest.subscribers.AddressChangeTable.Change;
import com.newgroktimes.digest.subscribers.AddressChangeTable.Outcome;

/**
 * The digest at another address: asked for by a link that the old one was mailed, done by a press on one that the new one was. Until
 * then nothing changes.
 */
@Component
class AddressChanges {

    static final Duration VALID = Duration.ofDays(7);
    private static final String SOURCE = "change of address";

    private final ReaderLinks links;
    private final AddressChangeTable table;
    private final Register register;
    private final Inboxes inboxes;
    private final EvidenceLog evidence;
    private final Etiquette etiquette;
    private final InboxBudget budget;
    private final LetterQueue letters;
    private final Joining joining;
    private final Clock clock;

    AddressChanges(
            ReaderLinks links,
            AddressChangeTable table,
            Register register,
            Inboxes inboxes,
            EvidenceLog evidence,
            Etiquette etiquette,
            InboxBudget budget,
            LetterQueue letters,
            Joining joining,
            Clock clock) {
        this.links = links;
        this.table = table;
        this.register = register;
        this.inboxes = inboxes;
        this.evidence = evidence;
        this.etiquette = etiquette;
        this.budget = budget;
        this.letters = letters;
        this.joining = joining;
        this.clock = clock;
    }

    /** Does the same work whatever the new address is, save where it is the one that they have. */
    void ask(long id, EmailAddress wanted, String from) {
        table.lock();
        Optional<Subscriber> reader = register.hold(id).filter(Subscriber::onTheList);
        if (reader.isEmpty() || reader.get().address().equals(wanted)) {
            return;
        }
        // Counted under the lock of all changes, since nothing else asks for one.
        if (!etiquette.mayAct(id, Act.ASKED_FOR_NEW_ADDRESS)) {
            evidence.note(id, Act.ASKED_FOR_NEW_ADDRESS_TOO_OFTEN, from);
            return;
        }
        evidence.note(id, Act.ASKED_FOR_NEW_ADDRESS, from);
        long target = inboxes.enter(wanted, SOURCE, reader.get().locale());
        long change = table.begin(id, target);
        if (budget.grants(target, Request.NEW_ADDRESS, from)) {
            letters.addOfChange(change, target);
        }
    }

    void drop(long id, String from) {
        table.lock();
        if (table.drop(id)) {
            evidence.note(id, Act.DROPPED_NEW_ADDRESS, from);
        }
    }

    Optional<WaitingChange> waiting(long id) {
        return table.waitingOf(id)
                .filter(change -> !isOld(change.asked()))
                .flatMap(change -> register.find(change.target())
                        .map(target -> new WaitingChange(
                                target.address(), change.asked(), change.asked().plus(VALID))));
    }

    Optional<Subscriber> hadBefore(EmailAddress address) {
        return table.hadBefore(address).flatMap(register::find);
    }

    AddressChange look(String token) {
        Optional<Signed> link = links.read(Door.NEW_ADDRESS, token);
        return link.isEmpty()
                ? new AddressChange(Standing.UNKNOWN, null, null)
                : look(table.find(link.get().subject()), link.get().issued());
    }

    Optional<String> language(String token) {
        return links.read(Door.NEW_ADDRESS, token)
                .flatMap(link -> table.find(link.subject()))
                .flatMap(change ->
                        register.find(change.target()).or(() -> register.find(register.current(change.subscriber()))))
                .map(Subscriber::locale);
    }

    private AddressChange look(Optional<Change> change, Instant issued) {
        @Nullable
        Subscriber mover = change.flatMap(c -> register.find(c.subscriber())).orElse(null);
        @Nullable
        Subscriber target = change.flatMap(c -> register.find(c.target())).orElse(null);
        if (change.isEmpty() || mover == null) {
            return new AddressChange(Standing.OVER, null, null);
        }
        if (change.get().outcome() == Outcome.DONE) {
            return new AddressChange(Standing.DONE, change.get().was(), mover.address());
        }
        if (change.get().outcome() == Outcome.DROPPED || target == null || !mover.onTheList()) {
            return new AddressChange(Standing.OVER, null, null);
        }
        return new AddressChange(standing(target, issued), mover.address(), target.address());
    }

    private Standing standing(Subscriber target, Instant issued) {
        if (isOld(issued)) {
            return Standing.EXPIRED;
        }
        return etiquette.mayStart(target, issued) ? Standing.READY : Standing.REFUSED;
    }

    void press(String token, String from) {
        table.lock();
        links.read(Door.NEW_ADDRESS, token)
                .ifPresent(link -> table.find(link.subject()).ifPresent(change -> press(change, link.issued(), from)));
    }

    private void press(Change change, Instant issued, String from) {
        holdInOrder(change);
        if (look(Optional.of(change), issued).standing() == Standing.READY) {
            Subscriber mover = register.hold(change.subscriber()).orElseThrow();
            Subscriber target = register.hold(change.target()).orElseThrow();
            joining.join(change, mover, target, from);
        }
    }

    /** As whoever else holds more than one row does. */
    private void holdInOrder(Change change) {
        register.hold(Math.min(change.subscriber(), change.target()));
        register.hold(Math.max(change.subscriber(), change.target()));
    }

    private boolean isOld(Instant asked) {
        return clock.instant().isAfter(asked.plus(VALID));
    }
}
