package com.newgroktimes.digest.mail;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.smtp.Deadline;
import com.newgroktimes.digest.mail.smtp.Dialling;
import com.newgroktimes.digest.mail.smtp.Line;
import com.newgroktimes.digest.mail.smtp.NoLine;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Reply;
import com.newgroktimes.digest.mail.smtp.Route;

/**
 * Keeps one line to the relay open from message to message, and takes another where that one has served its time. A relay that drops
 * lines may have another password since, and many of these find out at once: they sign in anew one by one, and not after a refusal.
 */
final class RelayConnection implements Relay.Connection {

    private final Route route;
    private final Patience patience;
    private final Patience inHand;
    private final Deadline deadline;
    private final RelayKind kind;
    private final RelayMemory memory;
    private final BooleanSupplier unwanted;
    private final int refusedBefore;
    private @Nullable Line kept;
    private boolean dropped;

    /** No line, and what to answer instead of a message's outcome. */
    private static final class NotTalkedTo extends Exception {
        private final transient Answer answer;

        private NotTalkedTo(Answer answer) {
            super(answer.reply());
            this.answer = answer;
        }
    }

    /**
     * @param inHand   for a line that is to be there again while a message waits for it, and the end of a run for that message
     * @param unwanted see {@link Dialling#open(Route, Patience, Patience, Deadline, BooleanSupplier)}
     */
    RelayConnection(
            Route route,
            Patience patience,
            Patience inHand,
            Deadline deadline,
            RelayKind kind,
            RelayMemory memory,
            BooleanSupplier unwanted) {
        this.route = route;
        this.patience = patience;
        this.inHand = inHand;
        this.deadline = deadline;
        this.kind = kind;
        this.memory = memory;
        this.unwanted = unwanted;
        this.refusedBefore = memory.refusedSignIn().times();
    }

    @Override
    public Optional<Answer> open() {
        return open(() -> {});
    }

    private Optional<Answer> open(Runnable beforeDialling) {
        try {
            if (kept != null && kept.isUsedUp()) {
                close();
            }
            line(patience, beforeDialling);
            return Optional.empty();
        } catch (NotTalkedTo e) {
            return Optional.of(e.answer);
        }
    }

    @Override
    public Optional<Answer> open(EmailAddress to, Runnable beforeDialling) {
        leaveUnlessOpenTo(to);
        return open(beforeDialling);
    }

    @Override
    public boolean isOpen() {
        return kept != null;
    }

    @Override
    public boolean carriesBeyondAscii() {
        return kept == null || kept.offers("SMTPUTF8");
    }

    @Override
    public Answer offer(Message written) {
        Answer answer = bring(kind.marked(written));
        if (answer.outcome() == Outcome.ACCEPTED) {
            memory.accepted().increment();
        }
        return answer;
    }

    private Answer bring(Message message) {
        if (deadline.isOver()) {
            return new Answer(
                    Outcome.RELAY_AWAY, "", "The relay took all the time there was, and was not asked any more.");
        }
        try {
            leaveUnlessOpenTo(message.to());
            Line before = kept;
            Line line = line(inHand);
            boolean wasThere = line == before;
            boolean isFresh = !line.isUsed();
            Transaction transaction = new Transaction(line, message);
            Answer answer = run(transaction);
            if (wasThere && transaction.hasNotBegun() && !(isFresh && transaction.wasSentAway())) {
                transaction = new Transaction(line(inHand), message);
                answer = run(transaction);
            }
            if (transaction.wasFull()) {
                leaveUnlessOpenTo(message.to());
                answer = run(new Transaction(line(inHand), message));
            }
            return answer;
        } catch (NotTalkedTo e) {
            return e.answer;
        }
    }

    private void leaveUnlessOpenTo(EmailAddress to) {
        if (kept != null && !kept.isOpenTo(to.domain())) {
            close();
        }
    }

    private Line line(Patience dialling) throws NotTalkedTo {
        return line(dialling, () -> {});
    }

    /** @param dialling where another has to be opened */
    private Line line(Patience dialling, Runnable beforeDialling) throws NotTalkedTo {
        if (kept != null && !kept.isAlive()) {
            kept.hangUp();
            kept = null;
            dropped = true;
        }
        if (kept == null) {
            beforeDialling.run();
            kept = dropped && route.password() != null ? dialInTurn(dialling) : dial(dialling);
            dropped = false;
        }
        return kept;
    }

    private Line dialInTurn(Patience dialling) throws NotTalkedTo {
        if (!memory.refusedSignIn().takesTurn()) {
            throw new NotTalkedTo(new Answer(
                    Outcome.RELAY_AWAY, "", "The relay " + route + " dropped our lines and is slow to take new ones."));
        }
        try {
            return dial(dialling);
        } finally {
            memory.refusedSignIn().leavesTurn();
        }
    }

    private Line dial(Patience dialling) throws NotTalkedTo {
        Optional<Answer> refused = memory.refusedSignIn().recentAfter(refusedBefore);
        if (refused.isPresent()) {
            throw new NotTalkedTo(refused.get());
        }
        try {
            Line line = Dialling.open(route, dialling, patience, deadline, unwanted);
            memory.refusedSignIn().forget();
            memory.lastHeard().on(line);
            return line;
        } catch (NoLine e) {
            throw new NotTalkedTo(notTalkedTo(e));
        }
    }

    private Answer run(Transaction transaction) {
        Answer answer = transaction.run();
        if (!transaction.leavesLineUsable()) {
            kept = null;
            dropped = true;
        }
        return answer;
    }

    private Answer notTalkedTo(NoLine line) {
        Answer answer = new Answer(
                line.isRefusal() ? Outcome.RELAY_REFUSES : Outcome.RELAY_AWAY,
                line.reply().map(Reply::mostExactCode).orElse(""),
                String.valueOf(line.getMessage()));
        if (line.isRefusal()) {
            memory.refusedSignIn().keep(answer);
        }
        return answer;
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }
}
