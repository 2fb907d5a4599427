package com.newgroktimes.digest.mail;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.smtp.Deadline;
import com.newgroktimes.digest.mail.smtp.Dialling;
import com.newgroktimes.digest.mail.smtp.Line;
import com.newgroktimes.digest.mail.smtp.NoLine;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Reply;
import com.newgroktimes.digest.mail.smtp.Route;

/** Keeps one line to the relay open from message to message, and takes another where that one has served its time. */
final class RelayConnection implements Relay.Connection {

    private final Route route;
    private final Patience patience;
    private final Deadline deadline;
    private final RelayKind kind;
    private final RefusedSignIn refusedSignIn;
    private @Nullable Line kept;

    RelayConnection(Route route, Patience patience, Deadline deadline, RelayKind kind, RefusedSignIn refusedSignIn) {
        this.route = route;
        this.patience = patience;
        this.deadline = deadline;
        this.kind = kind;
        this.refusedSignIn = refusedSignIn;
    }

    @Override
    public Optional<Answer> open() {
        try {
            if (kept != null && kept.isUsedUp()) {
                close();
            }
            line();
            return Optional.empty();
        } catch (NoLine e) {
            return Optional.of(notTalkedTo(e));
        }
    }

    @Override
    public boolean carries(EmailAddress to) {
        return to.isAscii() || kept == null || kept.offers("SMTPUTF8");
    }

    @Override
    public Answer offer(Message written) {
        Message message = kind.marked(written);
        if (deadline.isOver()) {
            return new Answer(
                    Outcome.RELAY_AWAY, "", "The relay took all the time there was, and was not asked any more.");
        }
        try {
            leaveUnlessOpenTo(message);
            Line before = kept;
            Line line = line();
            Transaction transaction = new Transaction(line, message);
            Answer answer = run(transaction);
            if (line == before && transaction.hasNotBegun()) {
                transaction = new Transaction(line(), message);
                answer = run(transaction);
            }
            if (transaction.wasFull()) {
                leaveUnlessOpenTo(message);
                answer = run(new Transaction(line(), message));
            }
            return answer;
        } catch (NoLine e) {
            return notTalkedTo(e);
        }
    }

    private void leaveUnlessOpenTo(Message message) {
        if (kept != null && !kept.isOpenTo(message.to().domain())) {
            close();
        }
    }

    private Line line() throws NoLine {
        if (kept != null && !kept.isAlive()) {
            kept.hangUp();
            kept = null;
        }
        if (kept == null) {
            kept = Dialling.open(route, patience, deadline);
            refusedSignIn.forget();
        }
        return kept;
    }

    private Answer run(Transaction transaction) {
        Answer answer = transaction.run();
        if (!transaction.leavesLineUsable()) {
            kept = null;
        }
        return answer;
    }

    private Answer notTalkedTo(NoLine line) {
        Answer answer = new Answer(
                line.isRefusal() ? Outcome.RELAY_REFUSES : Outcome.RELAY_AWAY,
                line.reply().map(Reply::mostExactCode).orElse(""),
                String.valueOf(line.getMessage()));
        if (line.isRefusal()) {
            refusedSignIn.keep(answer);
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
