package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.SignedLinks.Signed;
import com.newgroktimes.digest.subscribers.RequestedLink.Standing;

/** Links that readers ask for: mailed, and read when they come back. */
@Component
class RequestedLinks {

    static final Duration VALID = Duration.ofHours(1);

    private final ReaderLinks links;
    private final Register register;
    private final Inboxes inboxes;
    private final InboxBudget budget;
    private final EvidenceLog evidence;
    private final LetterQueue letters;
    private final Clock clock;

    RequestedLinks(
            ReaderLinks links,
            Register register,
            Inboxes inboxes,
            InboxBudget budget,
            EvidenceLog evidence,
            LetterQueue letters,
            Clock clock) {
        this.links = links;
        this.register = register;
        this.inboxes = inboxes;
        this.budget = budget;
        this.evidence = evidence;
        this.letters = letters;
        this.clock = clock;
    }

    void ask(long id, Errand errand, String from) {
        if (register.hold(id).isEmpty()) {
            return;
        }
        inboxes.lock(id);
        letters.add(
                budget.granted(List.of(new Asker(id, from)), errand.request()),
                errand.request().occasion());
    }

    RequestedLink look(Door door, String token) {
        Optional<Signed> link = links.read(door, token);
        if (link.isEmpty()) {
            return new RequestedLink(Standing.UNKNOWN, null);
        }
        Subscriber reader = register.find(link.get().subject()).orElse(null);
        return new RequestedLink(
                reader == null ? Standing.NOBODY : standing(reader, link.get().issued()), reader);
    }

    /** One that the old address was mailed does not outlive the change. */
    private Standing standing(Subscriber reader, Instant issued) {
        if (evidence.count(reader.id(), Act.CHANGED_ADDRESS, issued) > 0) {
            return Standing.MOVED;
        }
        return clock.instant().isAfter(issued.plus(VALID)) ? Standing.EXPIRED : Standing.OPEN;
    }
}
