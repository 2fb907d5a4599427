package com.newgroktimes.digest.mail;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The mail servers that our mail is shared among. A single mail goes to the first that is there; one that was away, or refused us, is
 * asked last for a while.
 */
public class Relays {

    private static final long ASIDE = Duration.ofSeconds(30).toNanos();

    private final List<Relay> all;
    private final LongSupplier nanos;
    private final Map<Relay, Long> leftAt = new ConcurrentHashMap<>();

    /** @param all in the order in which single mails go to them; at least one */
    Relays(List<Relay> all, LongSupplier nanos) {
        this.all = List.copyOf(all);
        this.nanos = nanos;
    }

    public List<Relay> all() {
        return all;
    }

    /** Offers a single mail, such as a confirmation. Where one relay could not be talked to, the next is asked. */
    public Answer offer(Message message) {
        Answer answer = null;
        for (Relay relay : inTurn()) {
            answer = relay.offer(message);
            if (!isTrouble(answer)) {
                leftAt.remove(relay);
                return answer;
            }
            leftAt.put(relay, nanos.getAsLong());
        }
        if (answer == null) {
            throw new IllegalStateException("There is no relay.");
        }
        return answer;
    }

    /** A line to the first that can be talked to, for somebody who waits. */
    public Relay.Connection connection(Duration within) {
        for (Relay relay : inTurn()) {
            Relay.Connection line = relay.connection(within);
            if (all.size() == 1 || line.open().isEmpty()) {
                return line;
            }
            line.close();
            leftAt.put(relay, nanos.getAsLong());
        }
        return inTurn().get(0).connection(within);
    }

    private static boolean isTrouble(Answer answer) {
        return answer.outcome() == Outcome.RELAY_AWAY || answer.outcome() == Outcome.RELAY_REFUSES;
    }

    private List<Relay> inTurn() {
        return all.stream()
                .sorted(Comparator.comparing(this::isAside)) // stable: else by the settings
                .toList();
    }

    private boolean isAside(Relay relay) {
        Long left = leftAt.get(relay);
        return left != null && nanos.getAsLong() - left < ASIDE;
    }

    /** Takes leave of all, where single mails left connections open. */
    void close() {
        all.forEach(Relay::close);
    }
}
