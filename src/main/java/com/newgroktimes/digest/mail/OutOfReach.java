package com.newgroktimes.digest.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** No line, since none of several relays could be talked to: it says of each why not. */
final class OutOfReach implements Relay.Connection {

    private final Answer why;

    /** @param troubles one of each relay, with its name */
    OutOfReach(List<Answer> troubles) {
        boolean allRefuse = troubles.stream().allMatch(trouble -> trouble.outcome() == Outcome.RELAY_REFUSES);
        this.why = new Answer(
                allRefuse ? Outcome.RELAY_REFUSES : Outcome.RELAY_AWAY,
                "",
                troubles.stream().map(OutOfReach::sentence).collect(Collectors.joining(" ")));
    }

    private static String sentence(Answer trouble) {
        return trouble.reply().endsWith(".") ? trouble.reply() : trouble.reply() + ".";
    }

    @Override
    public Optional<Answer> open() {
        return Optional.of(why);
    }

    @Override
    public Optional<Answer> open(EmailAddress to, Runnable beforeDialling) {
        return open();
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public boolean carriesBeyondAscii() {
        return true;
    }

    @Override
    public Answer offer(Message message) {
        return why;
    }

    @Override
    public void close() {
        // there is nothing to take leave of
    }
}
