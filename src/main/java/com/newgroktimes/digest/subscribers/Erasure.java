package com.newgroktimes.digest.subscribers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Outbox;
import com.newgroktimes.digest.platform.TablesToRewrite;

/** Takes everything from a number that tells whose it is. */
@Component
public class Erasure {

    private static final Logger log = LoggerFactory.getLogger(Erasure.class);
    private static final String THEMSELVES = "the reader";

    private final Register register;
    private final AddressChangeTable changes;
    private final PastReaders past;
    private final EvidenceLog evidence;
    private final ErasedAddresses erased;
    private final TablesToRewrite traces;
    private final ObjectProvider<Outbox> outbox; // the demo alone has one
    private final ApplicationEventPublisher events;

    Erasure(
            Register register,
            AddressChangeTable changes,
            PastReaders past,
            EvidenceLog evidence,
            ErasedAddresses erased,
            TablesToRewrite traces,
            ObjectProvider<Outbox> outbox,
            ApplicationEventPublisher events) {
        this.register = register;
        this.changes = changes;
        this.past = past;
        this.evidence = evidence;
        this.erased = erased;
        this.traces = traces;
        this.outbox = outbox;
        this.events = events;
    }

    /**
     * In the caller's transaction.
     *
     * @param by an operator, or a part of the service; of whoever erases themselves, no network is noted
     * @return false where nobody has this number, or nobody any more
     */
    public boolean erase(long id, String by) {
        changes.lock();
        Optional<Subscriber> reader = register.hold(id);
        reader.ifPresent(found -> {
            takeAway(found);
            evidence.note(id, Act.ERASED, by);
            log.info("The data of subscriber {} are erased.", id);
        });
        return reader.isPresent();
    }

    /** For whoever holds readers' rows before they are erased: the lock of all changes of address comes first. */
    public void awaitTurn() {
        changes.lock();
    }

    boolean eraseThemselves(long id) {
        return erase(id, THEMSELVES);
    }

    /** The same for somebody whose row goes right after; whoever was erased before has left a mark already. */
    void leaveAMark(long id) {
        register.hold(id).ifPresent(this::takeAway);
    }

    private void takeAway(Subscriber reader) {
        List<EmailAddress> before = changes.addressesBefore(reader.id());
        List<EmailAddress> addresses = Stream.concat(
                        Stream.of(reader.address()),
                        before.stream().filter(address -> register.find(address).isEmpty()))
                .toList();
        register.numbers(reader.id()).forEach(number -> events.publishEvent(new Erased(number, addresses)));
        addresses.forEach(address -> takeAway(reader.id(), address));
        past.drop(changes.targetsKnownByThisAlone(reader.id()));
        changes.forget(reader.id());
        register.erase(reader.id());
        boolean evidenceNamesThem = !before.isEmpty() || evidence.names(reader);
        evidence.strip(reader.id());
        traces.add(evidenceNamesThem ? List.of("subscriber", "evidence", "address_change") : List.of("subscriber"));
    }

    private void takeAway(long id, EmailAddress address) {
        outbox.ifAvailable(caught -> caught.forget(address));
        erased.mark(address, id);
    }
}
