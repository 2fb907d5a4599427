package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.SignedLinks.Signed;
import com.newgroktimes.digest.subscribers.Confirmation.Standing;
import com.newgroktimes.digest.subscribers.Letter.Occasion;
import com.newgroktimes.digest.subscribers.Subscribers.Confirmed;

/** The second half of the double opt-in: what a link in a confirmation mail does. */
@Component
class Confirmations {

    static final Duration VALID = Duration.ofDays(7);

    private final ReaderLinks links;
    private final Register register;
    private final Inboxes inboxes;
    private final EvidenceLog evidence;
    private final Etiquette etiquette;
    private final LetterQueue letters;
    private final ErasedAddresses erased;
    private final SubscriberSettings settings;
    private final Clock clock;

    Confirmations(
            ReaderLinks links,
            Register register,
            Inboxes inboxes,
            EvidenceLog evidence,
            Etiquette etiquette,
            LetterQueue letters,
            ErasedAddresses erased,
            SubscriberSettings settings,
            Clock clock) {
        this.links = links;
        this.register = register;
        this.inboxes = inboxes;
        this.evidence = evidence;
        this.etiquette = etiquette;
        this.letters = letters;
        this.erased = erased;
        this.settings = settings;
        this.clock = clock;
    }

    Confirmation look(String token) {
        return links.read(Door.CONFIRM, token)
                .flatMap(link -> register.find(link.subject()).map(reader -> look(reader, link)))
                .orElse(new Confirmation(Standing.UNKNOWN, null, Instant.EPOCH));
    }

    private Confirmation look(Subscriber reader, Signed link) {
        Standing standing = standing(reader, link);
        return new Confirmation(standing, standing == Standing.MOVED ? null : reader, link.issued());
    }

    Confirmed confirm(String token, String from) {
        return links.read(Door.CONFIRM, token)
                .flatMap(link ->
                        register.hold(link.subject()).map(reader -> press(reader, standing(reader, link), from)))
                .orElse(Confirmed.UNKNOWN);
    }

    private Confirmed press(Subscriber reader, Standing standing, String from) {
        return switch (standing) {
            case READY, LEFT -> {
                welcome(reader.id());
                register.confirm(reader.id());
                erased.forget(reader.address());
                evidence.note(reader.id(), Act.CONFIRMED, from);
                yield Confirmed.DONE;
            }
            case ALREADY -> Confirmed.ALREADY;
            case EXPIRED -> Confirmed.EXPIRED;
            case MOVED -> Confirmed.MOVED;
            case REFUSED -> Confirmed.REFUSED;
            case UNKNOWN -> Confirmed.UNKNOWN;
        };
    }

    private void welcome(long id) {
        if (settings.welcome()) {
            inboxes.lock(id);
            if (etiquette.mayAct(id, Act.CONFIRMED)) {
                letters.add(id, Occasion.WELCOME);
            }
        }
    }

    private Standing standing(Subscriber reader, Signed link) {
        // Whoever reads that mailbox is not asked about another.
        if (evidence.count(reader.id(), Act.CHANGED_ADDRESS, link.issued()) > 0) {
            return Standing.MOVED;
        }
        Instant issued = link.issuedAtLatest();
        if (reader.onTheList()) {
            return Standing.ALREADY;
        }
        if (clock.instant().isAfter(issued.plus(VALID))) {
            return Standing.EXPIRED;
        }
        if (!etiquette.mayStart(reader, issued)) {
            return Standing.REFUSED;
        }
        // Within the hour nobody can tell, and whoever signed up again is not asked whether they want to come back.
        boolean leftSince = reader.leftAt() != null && reader.leftAt().isAfter(issued);
        return leftSince ? Standing.LEFT : Standing.READY;
    }
}
