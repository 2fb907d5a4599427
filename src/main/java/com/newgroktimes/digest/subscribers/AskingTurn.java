package com.newgroktimes.digest.subscribers;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import com.newgroktimes.digest.subscribers.Letter.Occasion;

/** Asks the next few, each in a transaction that claims them, notes it and owes them the letter: nobody is asked twice. */
@Component
class AskingTurn {

    private final AskingTable table;
    private final Register register;
    private final Inboxes inboxes;
    private final Etiquette etiquette;
    private final EvidenceLog evidence;
    private final LetterQueue letters;
    private final TransactionOperations transaction;

    AskingTurn(
            AskingTable table,
            Register register,
            Inboxes inboxes,
            Etiquette etiquette,
            EvidenceLog evidence,
            LetterQueue letters,
            TransactionOperations transaction) {
        this.table = table;
        this.register = register;
        this.inboxes = inboxes;
        this.etiquette = etiquette;
        this.evidence = evidence;
        this.letters = letters;
        this.transaction = transaction;
    }

    /** How many had their turn: fewer than {@code most} where it is over. */
    int ask(long asking, int most) {
        for (int had = 0; had < most; had++) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> askNext(asking)))) {
                table.end(asking);
                return had;
            }
        }
        return most;
    }

    private boolean askNext(long asking) {
        Optional<Long> next = table.claim(asking);
        next.ifPresent(id -> table.settle(asking, id, ask(asking, id)));
        return next.isPresent();
    }

    private boolean ask(long asking, long id) {
        boolean due = register.hold(id)
                .flatMap(reader -> etiquette.due(reader, Occasion.ASKING))
                .isPresent();
        inboxes.lock(id);
        boolean may = due && etiquette.mayAct(id, InboxBudget.counted());
        if (may) {
            evidence.note(id, Act.ASKED_TO_CONFIRM, "asking " + asking);
            letters.add(id, Occasion.ASKING);
        }
        return may;
    }
}
