package com.newgroktimes.digest.mail;

import org.springframework.stereotype.Component;

/** The mail server that takes our messages and brings them on their way. */
@Component
public class Relay {

    /** A connection that is kept open from message to message. Not for two threads. Opens itself when it is first used, and anew where it was dropped. */
    public interface Connection extends AutoCloseable {
        Answer offer(Message message);

        @Override
        void close();
    }

    public Connection connection() {
        throw new UnsupportedOperationException();
    }

    /** Offers one message on a connection of its own: for single mails such as confirmations. */
    public Answer offer(Message message) {
        throw new UnsupportedOperationException();
    }
}
