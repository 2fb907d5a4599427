package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;

/** Leaving, and what can be done about it afterwards. */
@Component
class Departures {

    private static final Duration CAN_BE_TAKEN_BACK = Duration.ofMinutes(30);

    private final Register register;
    private final EvidenceLog evidence;
    private final Clock clock;

    Departures(Register register, EvidenceLog evidence, Clock clock) {
        this.register = register;
        this.evidence = evidence;
        this.clock = clock;
    }

    void leave(long id, String from) {
        long current = register.holdCurrent(id);
        if (register.leave(current)) {
            evidence.note(current, Act.UNSUBSCRIBED, from);
        }
    }

    boolean canComeBack(Subscriber reader) {
        return reader.state() == SubscriberState.UNSUBSCRIBED
                && reader.suppressed() == null
                && reader.leftAt() != null
                && !reader.leftAt().isBefore(clock.instant().minus(CAN_BE_TAKEN_BACK));
    }

    boolean comeBack(long id, String from) {
        boolean back = register.hold(id).filter(this::canComeBack).isPresent();
        if (back) {
            register.comeBack(id);
            evidence.note(id, Act.CAME_BACK, from);
        }
        return back;
    }

    /** Once for each time that they left. */
    void sayWhy(long id, String why, String from) {
        register.hold(id)
                .map(Subscriber::leftAt)
                .filter(left -> evidence.count(id, Act.SAID_WHY, left) == 0)
                .ifPresent(left -> evidence.note(id, Act.SAID_WHY, why, from));
    }

    void notMe(long id, Instant issued, String from) {
        register.hold(register.holdCurrent(id))
                .filter(reader -> !hasMovedSince(reader.id(), issued))
                .ifPresent(reader -> {
                    evidence.note(reader.id(), Act.NOT_ME, from);
                    register.suppress(reader.id(), Suppression.NOT_ME);
                    if (reader.state() == SubscriberState.CONFIRMED) {
                        leave(reader.id(), from);
                    }
                });
    }

    boolean hasMovedSince(long id, Instant moment) {
        return evidence.count(id, Act.CHANGED_ADDRESS, moment) > 0;
    }

    void lift(long id, String why, String by) {
        register.hold(id)
                .map(Subscriber::suppressed)
                .filter(reason -> reason != Suppression.ERASED)
                .ifPresent(reason -> {
                    register.lift(id);
                    evidence.note(id, Act.LIFTED, "%s, %s".formatted(reason, why), by);
                });
    }

    /** Where they have another address by now, that one mailbox is gone says nothing of it. */
    void cameBack(long id, EmailAddress address, String from) {
        register.hold(id)
                .filter(reader -> reader.address().equals(address))
                .ifPresent(reader -> suppress(id, Suppression.HARD_BOUNCE, from));
    }

    /** A mail that was sent under a number of before came back from an address of before. */
    void suppress(long number, Suppression reason, String from) {
        long id = reason == Suppression.HARD_BOUNCE ? number : register.holdCurrent(number);
        if (register.suppress(id, reason)) {
            evidence.note(id, Act.SUPPRESSED, reason.name(), from);
        }
    }
}
