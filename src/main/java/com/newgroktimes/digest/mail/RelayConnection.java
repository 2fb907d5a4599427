package com.newgroktimes.digest.mail;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.smtp.Dialling;
import com.newgroktimes.digest.mail.smtp.Line;
import com.newgroktimes.digest.mail.smtp.NoLine;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Reply;
import com.newgroktimes.digest.mail.smtp.Route;

/** Keeps one line to the relay open from message to message. */
final class RelayConnection implements Relay.Connection {

    private final Route route;
    private final Patience patience;
    private @Nullable Line kept;

    RelayConnection(Route route, Patience patience) {
        this.route = route;
        this.patience = patience;
    }

    @Override
    public Optional<Answer> open() {
        try {
            line();
            return Optional.empty();
        } catch (NoLine e) {
            return Optional.of(notTalkedTo(e));
        }
    }

    @Override
    public Answer offer(Message message) {
        if (kept != null) {
            var transaction = new Transaction(kept, message);
            Answer answer = run(transaction);
            if (!transaction.hasNotBegun()) {
                return answer;
            }
            kept = null;
        }
        try {
            return run(new Transaction(line(), message));
        } catch (NoLine e) {
            return notTalkedTo(e);
        }
    }

    private Line line() throws NoLine {
        if (kept == null) {
            kept = Dialling.open(route, patience);
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

    /** A relay that refuses our password would do so again, and lock us out: somebody has to look at it. */
    private static Answer notTalkedTo(NoLine line) {
        boolean ours = line.isSignIn()
                && line.reply().filter(reply -> reply.kind() == 5).isPresent();
        return new Answer(
                ours ? Outcome.RELAY_REFUSES : Outcome.RELAY_AWAY,
                line.reply().map(RelayConnection::code).orElse(""),
                String.valueOf(line.getMessage()));
    }

    private static String code(Reply reply) {
        return reply.status().orElse(Integer.toString(reply.code()));
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }
}
