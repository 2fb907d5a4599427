package com.newgroktimes.digest.mail.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** An open line to a relay, on which one message follows another. Not for two threads. */
public final class Line {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_MESSAGE = ".\r\n".getBytes(StandardCharsets.US_ASCII);

    /** What it learnt from EHLO. Also kept because its finalizer would close the socket. */
    private final Caller library;

    private final Watch watch;
    private final Patience patience;
    private final Socket tcp;
    private final Socket socket;
    private final Dialogue dialogue;
    private final Limits limits;
    private final Optional<Long> maxSize;
    private final OutputStream out;
    private boolean used;

    Line(Caller library, Sockets sockets, Watch watch, Patience patience, Deadline deadline) throws IOException {
        this.library = library;
        this.watch = watch;
        this.patience = patience;
        tcp = sockets.tcp();
        socket = sockets.spoken();
        limits = new Limits(library.getExtensionParameter("LIMITS"));
        maxSize = Optional.ofNullable(library.getExtensionParameter("SIZE"))
                .filter(size -> size.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .filter(size -> size > 0);
        out = new Outgoing(socket.getOutputStream(), watch, deadline, patience.body());
        dialogue = new Dialogue(out, new Replies(socket, watch), deadline, offers("PIPELINING"));
    }

    public boolean offers(String extension) {
        return library.supportsExtension(extension);
    }

    /** The largest message it takes, in bytes (RFC 1870 §4), where it says so. */
    public Optional<Long> maxSize() {
        return maxSize;
    }

    /** Whether the relay takes one more message in this session, and one for this domain (RFC 9422). */
    public boolean isOpenTo(String domain) {
        return limits.allow(domain);
    }

    public boolean isUsedUp() {
        return limits.areReached();
    }

    /** Whether a message was begun on it: relays end a line between two. */
    public boolean isUsed() {
        return used;
    }

    /** Says that a message for this domain begins, because the relay counts them. */
    public void begin(String domain) {
        used = true;
        limits.count(domain);
    }

    /** Whether there is somebody at the other end. Asks only where that is in doubt: relays leave without a word after some idle minutes. */
    public boolean isAlive() {
        try {
            return !dialogue.isOutOfStep()
                    && (!dialogue.hasBeenIdleFor(patience.idle())
                            || dialogue.ask("NOOP", patience.brief()).kind() == 2);
        } catch (IOException e) {
            return false;
        }
    }

    /** Begins a message: MAIL, RCPT and DATA, at once where the relay takes that, else each when it is its turn. */
    public void envelope(String mail, String rcpt) throws IOException {
        dialogue.begin(List.of(mail, rcpt, "DATA"));
    }

    /**
     * The relay's answer to MAIL, then to RCPT.
     *
     * @throws IOException also where the answer is not whole or not SMTP; the line is of no use then
     */
    public Reply answer() throws IOException {
        return dialogue.answer(patience.command());
    }

    public Reply answerToData() throws IOException {
        return dialogue.answer(patience.go());
    }

    /** False where the relay cannot be brought to forget the envelope: the line is of no use then. */
    public boolean forget() throws IOException {
        // briefly: what became of the message is known already
        if (dialogue.breakOff(patience.brief())) { // though it has nobody to give the message to
            out.write(NO_MESSAGE);
            dialogue.heard(patience.brief());
        }
        return dialogue.ask("RSET", patience.brief()).kind() == 2;
    }

    /** As the relay counts: with the end of the last line (RFC 1870 §5). */
    public static long size(byte[] message) {
        return (long) message.length + (isEnded(message) ? 0 : 2);
    }

    private static boolean isEnded(byte[] message) {
        int length = message.length;
        return length >= 2 && message[length - 2] == '\r' && message[length - 1] == '\n';
    }

    /**
     * Writes all of it but its last line's end, which is a part of {@link #dot}.
     *
     * @param message no line of it begins with a dot, which would need another (RFC 5321 §4.5.2)
     */
    public void body(byte[] message) throws IOException {
        out.write(message, 0, isEnded(message) ? message.length - 2 : message.length);
    }

    /**
     * Ends the message. Whether it was taken is open from here to a whole answer.
     *
     * @throws NotEnded if the end did not leave us: a plain socket that refuses five bytes sent none, or not all, of them. Also where
     *     the relay spoke too early, so that what it says next might not be its answer
     */
    public Reply dot() throws IOException, NotEnded {
        if (dialogue.isOutOfStep()) {
            throw new NotEnded("it said something before the message was whole");
        }
        try {
            out.write(END);
        } catch (IOException e) {
            if (socket instanceof SSLSocket) {
                throw e; // TLS may fail after it has sent
            }
            throw new NotEnded(String.valueOf(e.getMessage()));
        }
        return dialogue.heard(patience.dot());
    }

    /** The end of the message was not sent, so that the relay cannot have taken it. */
    public static final class NotEnded extends Exception {
        NotEnded(String why) {
            super(why);
        }
    }

    /** Says goodbye and waits for the answer, briefly. */
    public void close() {
        try {
            dialogue.ask("QUIT", patience.brief());
        } catch (IOException gone) {
            // it need not be told any more
        }
        hangUp();
    }

    public void hangUp() {
        watch.close();
        try {
            tcp.close();
        } catch (IOException e) {
            // it is of no use, open or closed
        }
    }

    boolean sendsAtOnce() throws IOException {
        return tcp.getTcpNoDelay();
    }
}
