package com.newgroktimes.digest.mail;

import java.time.Duration;
import java.util.Optional;

import com.newgroktimes.digest.mail.smtp.Deadline;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;

/** The mail server that takes our messages and brings them on their way. */
public class Relay {

    /** A connection that is kept open from message to message. Not for two threads. */
    public interface Connection extends AutoCloseable {

        /** Opens the line unless it is open, for whoever wants it ready before the message is theirs. What stood in the way, if anything. */
        Optional<Answer> open();

        /** Opens the line when it is first used, and anew where it was dropped. */
        Answer offer(Message message);

        @Override
        void close();
    }

    private final Route route;
    private final Patience patience;
    private final SpareConnections spare = new SpareConnections();

    Relay(Route route, Patience patience) {
        this.route = route;
        this.patience = patience;
    }

    public Connection connection() {
        return new RelayConnection(route, patience, Deadline.NEVER);
    }

    /** For somebody who waits: what is not over by then is broken off, and told as it stands. */
    public Connection connection(Duration within) {
        return new RelayConnection(route, patience, Deadline.in(within));
    }

    /** Offers a single mail, such as a confirmation, on a connection that the one before may have left open. */
    public Answer offer(Message message) {
        Connection connection = spare.take().orElseGet(this::connection);
        try {
            Answer answer = connection.offer(message);
            spare.keep(connection);
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
