package com.newgroktimes.digest.mail;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;

import com.newgroktimes.digest.mail.smtp.Line;
import com.newgroktimes.digest.mail.smtp.Reply;

/** One message on a line: MAIL, RCPT, DATA, the message, the dot (RFC 5321 §3.3). */
final class Transaction {

    private static final int CLOSING = 421;

    /** Its storage, its load, its end (RFC 3463 §3.4). */
    private static final String OF_ITS_SYSTEM = "4.3.";

    private final Line line;
    private final Message message;
    private final boolean ascii;
    private final long size;
    private Stage stage = Stage.MAIL;
    private boolean lineGone;
    private boolean leftByRelay;
    private boolean sentAway;
    private boolean full;

    Transaction(Line line, Message message) {
        this.line = line;
        this.message = message;
        this.ascii = message.to().isAscii();
        this.size = Line.size(message.bytes());
    }

    Answer run() {
        if (line.maxSize().filter(max -> max < size).isPresent()) {
            return new Answer(
                    Outcome.RELAY_REFUSES,
                    "5.3.4",
                    "The message has %d bytes, and the relay takes no more than %d. Make it shorter, or the relay's limit larger."
                            .formatted(size, line.maxSize().orElseThrow()));
        }
        if (!ascii && !line.offers("SMTPUTF8")) {
            return new Answer(Outcome.REFUSED, "5.6.7", "The relay takes no address with letters beyond ASCII.", true);
        }
        try {
            return talk();
        } catch (Line.NotEnded e) {
            return lost(Outcome.PUT_OFF, e);
        } catch (SocketTimeoutException | ProtocolException e) {
            return lost(stage.lost(), e);
        } catch (IOException e) {
            leftByRelay = true;
            return lost(stage.lost(), e);
        }
    }

    /** The relay had ended the line before it began with this message, as relays do: that counts as no try. */
    boolean hasNotBegun() {
        return stage == Stage.MAIL && leftByRelay;
    }

    /** Not without a word: it said that it ends the line, for which it has a reason. */
    boolean wasSentAway() {
        return sentAway;
    }

    /** The relay counts recipients over messages, and would take this one in a transaction of its own (RFC 5321 §4.5.3.1.10). */
    boolean wasFull() {
        return full;
    }

    boolean leavesLineUsable() {
        return !lineGone;
    }

    private Answer talk() throws IOException, Line.NotEnded {
        line.begin(message.to().domain());
        line.envelope(
                "MAIL FROM:<" + message.returnPath().key() + ">" + parameters(),
                "RCPT TO:<" + message.to().key() + ">");
        Reply mail = line.answer();
        if (mail.kind() != 2) {
            return stopped(mail);
        }
        stage = Stage.RCPT;
        Reply rcpt = line.answer();
        if (rcpt.kind() != 2) {
            full = stage.isFull(rcpt);
            return stopped(rcpt);
        }
        stage = Stage.DATA;
        Reply data = line.answerToData();
        if (data.kind() != 3) {
            return stopped(data);
        }
        line.body(message.bytes());
        stage = Stage.DOT;
        Reply end = line.dot();
        return end.kind() == 2 ? answer(Outcome.ACCEPTED, end) : stopped(end);
    }

    private String parameters() {
        return (line.offers("SIZE") ? " SIZE=" + size : "")
                + (ascii ? "" : " SMTPUTF8")
                + (ascii || !line.offers("8BITMIME") ? "" : " BODY=8BITMIME");
    }

    private Answer stopped(Reply reply) {
        boolean answered = reply.kind() == 4 || reply.kind() == 5;
        boolean closing = reply.code() == CLOSING;
        leftByRelay = closing && stage == Stage.MAIL;
        sentAway = leftByRelay;
        if (!answered || leftByRelay) {
            hangUp();
        } else if (closing || stage != Stage.DOT) {
            forget();
        }
        return answer(stage.outcome(reply), reply);
    }

    /**
     * The relay still holds this message's sender, and would not take another's (RFC 5321 §4.1.1.5). It also tells whether one that said
     * 421 leaves (RFC 5321 §3.8), or handed on what a destination said to it: signing in anew for each of those readers takes far longer.
     */
    private void forget() {
        try {
            if (!line.forget()) {
                hangUp();
            }
        } catch (IOException e) {
            hangUp();
        }
    }

    private void hangUp() {
        lineGone = true;
        line.hangUp();
    }

    private Answer answer(Outcome outcome, Reply reply) {
        boolean ofRelay = stage == Stage.MAIL && reply.status().orElse("").startsWith(OF_ITS_SYSTEM);
        return new Answer(outcome, reply.mostExactCode(), Masking.mask(reply.text(), message.to()), ofRelay);
    }

    private Answer lost(Outcome outcome, Exception e) {
        hangUp();
        String what = e instanceof SocketTimeoutException
                ? "the relay did not answer in time."
                : Masking.mask(String.valueOf(e.getMessage()), message.to());
        return new Answer(outcome, "", "The line broke at %s: %s".formatted(stage, what));
    }
}
