package com.newgroktimes.digest.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import com.newgroktimes.digest.mail.smtp.Deadline;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;

/** The mail server that takes our messages and brings them on their way. */
public class Relay {

    /** A connection that is kept open from message to message. Not for two threads. */
    public interface Connection extends AutoCloseable {

        /** Opens the line unless it is open, for whoever wants it ready before the message is theirs. What stood in the way, if anything. */
        Optional<Answer> open();

        /**
         * The same for a message to this address: a relay may take only so many domains on one line (RFC 9422).
         *
         * @param beforeDialling what must not wait until there is another line
         */
        Optional<Answer> open(EmailAddress to, Runnable beforeDialling);

        /** Whether there is a line, as far as is known without asking the relay. */
        boolean isOpen();

        /** False where the line is to a machine that takes no addresses with letters beyond ASCII (RFC 6531), so that another has to. */
        boolean carriesBeyondAscii();

        /** Opens the line when it is first used, and anew where it was dropped. */
        Answer offer(Message message);

        @Override
        void close();
    }

    /**
     * What it allows us.
     *
     * @param connections open to it at once; empty where no setting says
     * @param perMinute   messages; 0 is no limit
     */
    record Terms(OptionalInt connections, int perMinute, RelayKind kind) {

        static final Terms USUAL = new Terms(OptionalInt.empty(), 0, RelayKind.PLAIN);
    }

    private final Route route;
    private final Patience patience;
    private final Terms terms;
    private final SpareConnections spare;
    private final RelayMemory memory;

    Relay(Route route, Patience patience) {
        this(route, patience, Terms.USUAL);
    }

    Relay(Route route, Patience patience, Terms terms) {
        this(route, patience, terms, System::nanoTime);
    }

    Relay(Route route, Patience patience, Terms terms, LongSupplier nanos) {
        this(route, patience, terms, nanos, SpareConnections.USUALLY_KEPT);
    }

    /** @param spareFor how long a connection that a single mail has left open is kept for the next */
    Relay(Route route, Patience patience, Terms terms, LongSupplier nanos, Duration spareFor) {
        this.route = route;
        this.patience = patience;
        this.terms = terms;
        this.spare = new SpareConnections(spareFor);
        this.memory = new RelayMemory(nanos);
    }

    /** Its host and port. */
    public String name() {
        return route.toString();
    }

    /** How many connections it may have open at once; empty where its settings do not say. */
    public OptionalInt connections() {
        return terms.connections();
    }

    /** How many messages it takes a minute; 0 is no limit. */
    public int perMinute() {
        return terms.perMinute();
    }

    /** Whether it may take addresses with letters beyond ASCII (RFC 6531): for all that is known, where it has not been heard. */
    public boolean mayCarryBeyondAscii() {
        return !memory.lastHeard().isAsciiAlone();
    }

    /** How many messages it has accepted since this process began. */
    long accepted() {
        return memory.accepted().sum();
    }

    public Connection connection() {
        return connection(() -> false);
    }

    /** @param unwanted whether nobody needs a line any more that is being opened; asked again and again, and must not wait for anything */
    public Connection connection(BooleanSupplier unwanted) {
        return connection(patience, Deadline.NEVER, unwanted);
    }

    Connection connection(Deadline deadline, BooleanSupplier unwanted) {
        return connection(patience, deadline, unwanted);
    }

    private Connection connection(Patience patience, Deadline deadline, BooleanSupplier unwanted) {
        return new RelayConnection(
                route, patience, patience.atMost(Patience.OF_ONE), deadline, terms.kind(), memory, unwanted);
    }

    /**
     * Offers a single mail, such as a confirmation, on a connection that the one before may have left open. Where the relay has just
     * refused to let us in, it is not asked: many of these may come at once, each with a sign-in of its own.
     */
    public Answer offer(Message message) {
        return memory.refusedSignIn().recent().orElseGet(() -> offerNow(message));
    }

    private Answer offerNow(Message message) {
        Connection connection =
                spare.take().orElseGet(() -> connection(patience.atMost(Patience.OF_ONE), Deadline.NEVER, () -> false));
        try {
            Answer answer = connection.offer(message);
            if (answer.isForAsciiAlone() && mayCarryBeyondAscii()) {
                connection.close(); // the next one may be to a machine that takes it
            } else {
                spare.keep(connection);
            }
            return answer;
        } catch (RuntimeException e) {
            connection.close(); // nobody knows in the middle of what
            throw e;
        }
    }

    /** Takes leave of the relay, where single mails left connections open. */
    void close() {
        spare.close();
    }
}
