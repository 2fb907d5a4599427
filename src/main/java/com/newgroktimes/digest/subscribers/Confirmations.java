package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.SignedLinks.Signed;
import com.newgroktimes.digest.subscribers.Confirmation.Standing;
import com.newgroktimes.digest.subscribers.Letter.Occasion;
import com.newgroktimes.digest.subscribers.Subscribers.Confirmed;

/** The second half of the double opt-in: what a link in a confirmation mail does. */
@Component
class Confirmations {

    static final Duration VALID = Duration.ofDays(7);
    /** A link knows the hour in which it was issued: it counts from that hour's end. */
    private static final Duration GRAIN = Duration.ofHours(1);

    private final ReaderLinks links;
    private final Register register;
    private final EvidenceLog evidence;
    private final Etiquette etiquette;
    private final LetterQueue letters;
    private final ErasedAddresses erased;
    private final SubscriberSettings settings;
    private final Clock clock;

    Confirmations(
            ReaderLinks links,
            Register register,
            EvidenceLog evidence,
            Etiquette etiquette,
            LetterQueue letters,
            ErasedAddresses erased,
            SubscriberSettings settings,
            Clock clock) {
        this.links = links;
        this.register = register;
        this.evidence = evidence;
        this.etiquette = etiquette;
        this.letters = letters;
        this.erased = erased;
        this.settings = settings;
        this.clock = clock;
    }

    Confirmation look(String token) {
        Optional<Signed> link = links.read(Door.CONFIRM, token);
        return link.flatMap(signed -> register.find(signed.subject()))
                .map(reader ->
                        new Confirmation(standing(reader, link.orElseThrow().issued()), reader))
                .orElse(new Confirmation(Standing.UNKNOWN, null));
    }

    Confirmed confirm(String token, String from) {
        Optional<Signed> link = links.read(Door.CONFIRM, token);
        return link.flatMap(signed -> register.hold(signed.subject()))
                .map(reader -> press(reader, standing(reader, link.orElseThrow().issued()), from))
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
            case REFUSED -> Confirmed.REFUSED;
            case UNKNOWN -> Confirmed.UNKNOWN;
        };
    }

    private void welcome(long id) {
        if (settings.welcome()) {
            register.lockInbox(id);
            if (etiquette.mayAct(id, Act.CONFIRMED)) {
                letters.add(id, Occasion.WELCOME);
            }
        }
    }

    private Standing standing(Subscriber reader, Instant issuedHour) {
        Instant issued = issuedHour.plus(GRAIN);
        if (reader.onTheList()) {
            return Standing.ALREADY;
        }
        if (clock.instant().isAfter(issued.plus(VALID))) {
            return Standing.EXPIRED;
        }
        if (!etiquette.mayStart(reader, issued)) {
            return Standing.REFUSED;
        }
        boolean leftSince = reader.leftAt() != null && reader.leftAt().isAfter(issuedHour);
        return leftSince ? Standing.LEFT : Standing.READY;
    }
}
