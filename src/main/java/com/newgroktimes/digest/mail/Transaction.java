package com.newgroktimes.digest.mail;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.newgroktimes.digest.mail.smtp.Line;
import com.newgroktimes.digest.mail.smtp.Reply;

/** One message on a line: MAIL, RCPT, DATA, the message, the dot (RFC 5321 §3.3). */
final class Transaction {

    private static final int CLOSING = 421;

    private final Line line;
    private final Message message;
    private final boolean ascii;
    private Stage stage = Stage.MAIL;
    private boolean lineGone;
    private boolean secondTry;

    Transaction(Line line, Message message) {
        this.line = line;
        this.message = message;
        this.ascii = message.to().isAscii();
    }

    Answer run() {
        if (line.maxSize().filter(max -> max < message.bytes().length).isPresent()) {
            return new Answer(Outcome.RELAY_REFUSES, "5.3.4", "The relay takes no message as large as this one.");
        }
        if (!ascii && !line.offers("SMTPUTF8")) {
            return new Answer(Outcome.REFUSED, "5.6.7", "The relay takes no address with letters beyond ASCII.");
        }
        try {
            return talk();
        } catch (Line.NotEnded e) {
            return lost(Outcome.PUT_OFF, e);
        } catch (IOException e) {
            return lost(stage.lost(), e);
        }
    }

    /** The relay had ended the line before it began with this message, as relays do: that counts as no try. */
    boolean hasNotBegun() {
        return stage == Stage.MAIL && lineGone;
    }

    boolean leavesLineUsable() {
        return !lineGone;
    }

    private Answer talk() throws IOException, Line.NotEnded {
        stage = Stage.MAIL;
        Reply mail = line.ask("MAIL FROM:<" + message.returnPath().key() + ">" + parameters());
        if (mail.kind() != 2) {
            return stopped(mail);
        }
        stage = Stage.RCPT;
        Reply rcpt = line.ask("RCPT TO:<" + message.to().key() + ">");
        if (rcpt.kind() != 2) {
            Answer answer = stopped(rcpt);
            return stage.isFull(rcpt) && !lineGone && !secondTry ? again() : answer;
        }
        stage = Stage.DATA;
        Reply data = line.askToSend();
        if (data.kind() != 3) {
            return stopped(data);
        }
        line.body(message.bytes());
        stage = Stage.DOT;
        Reply end = line.dot();
        return end.kind() == 2 ? answer(Outcome.ACCEPTED, end) : stopped(end);
    }

    private Answer again() throws IOException, Line.NotEnded {
        secondTry = true;
        return talk();
    }

    private String parameters() {
        return (line.offers("SIZE") ? " SIZE=" + message.bytes().length : "")
                + (ascii ? "" : " SMTPUTF8")
                + (ascii || !line.offers("8BITMIME") ? "" : " BODY=8BITMIME");
    }

    private Answer stopped(Reply reply) {
        boolean answered = reply.kind() == 4 || reply.kind() == 5;
        if (!answered || reply.code() == CLOSING) {
            hangUp();
        } else if (stage == Stage.RCPT || stage == Stage.DATA) {
            reset();
        }
        return answer(stage.outcome(reply), reply);
    }

    /** The relay still holds this message's sender, and would not take another's (RFC 5321 §4.1.1.5). */
    private void reset() {
        try {
            if (line.ask("RSET").kind() != 2) {
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
        return new Answer(outcome, reply.status().orElse(Integer.toString(reply.code())), masked(reply.text()));
    }

    private Answer lost(Outcome outcome, Exception e) {
        hangUp();
        String what = e instanceof SocketTimeoutException ? "the relay did not answer in time." : e.getMessage();
        return new Answer(outcome, "", "The line broke at %s: %s".formatted(stage, what));
    }

    /** Relays like to repeat the address, and replies get into logs. */
    private String masked(String text) {
        EmailAddress to = message.to();
        return Pattern.compile(Pattern.quote(to.key()), Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(to.masked()));
    }
}
