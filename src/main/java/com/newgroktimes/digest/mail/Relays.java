package com.newgroktimes.digest.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.smtp.Deadline;

/**
 * The mail servers that our mail is shared among. A single mail goes to the first that is there; one that was away, or refused us, is
 * asked last for a while.
 */
public class Relays {

    private static final long ASIDE = Duration.ofSeconds(30).toNanos();
    /** Signing in again and again with what was refused locks accounts. */
    private static final long ASIDE_WHERE_REFUSED = Duration.ofMinutes(10).toNanos();

    /** One name may stand for many, and not all of them take the same. */
    private static final Answer ANOTHER_MACHINE = new Answer(
            Outcome.RELAY_AWAY,
            "",
            "The mail server took an address with letters beyond ASCII a moment ago; the machine of it that answered now takes none.");

    private final List<Relay> all;
    private final LongSupplier nanos;
    private final Map<Relay, Long> asideUntil = new ConcurrentHashMap<>();

    /** @param all in the order in which single mails go to them; at least one */
    Relays(List<Relay> all, LongSupplier nanos) {
        this.all = List.copyOf(all);
        this.nanos = nanos;
    }

    public List<Relay> all() {
        return all;
    }

    /**
     * Offers a single mail, such as a confirmation. Where one relay could not be talked to, cannot carry such an address, or says of itself
     * or of us that it does not take the mail, the next is asked. That one cannot carry it is the answer only where all could be asked, and
     * none of their machines did so lately: it is for good, and another may carry it later.
     */
    public Answer offer(Message message) {
        Answer trouble = null;
        Answer notByThisOne = null;
        for (Relay relay : inTurn()) {
            Answer answer = relay.offer(message);
            if (isTrouble(answer)) {
                putAside(relay, answer);
                trouble = answer;
                continue;
            }
            asideUntil.remove(relay);
            if (!answer.mayBeOtherwiseByAnother()) {
                return answer;
            }
            notByThisOne = answer.isForAsciiAlone() && notByThisOne != null ? notByThisOne : answer;
        }
        return ofAll(trouble == null ? notByThisOne : trouble);
    }

    private Answer ofAll(@Nullable Answer last) {
        if (last == null) {
            throw new IllegalStateException("There is no relay.");
        }
        boolean tookOneLately = last.isForAsciiAlone() && all.stream().anyMatch(Relay::mayCarryBeyondAscii);
        return tookOneLately ? ANOTHER_MACHINE : last;
    }

    /** A line to the first that can be talked to, for somebody who waits for all of it; where none can, one that says why of each. */
    public Relay.Connection connection(Duration within) {
        Deadline deadline = Deadline.in(within);
        long end = System.nanoTime() + within.toNanos();
        int left = all.size();
        List<Answer> troubles = new ArrayList<>();
        for (Relay relay : inTurn()) {
            var turn = new Turn(Deadline.in(Duration.ofNanos((end - System.nanoTime()) / left--)));
            Relay.Connection line = relay.connection(deadline, turn);
            if (all.size() == 1) {
                return line;
            }
            Optional<Answer> trouble = line.open();
            if (trouble.isEmpty()) {
                asideUntil.remove(relay);
                turn.hasALine();
                return line;
            }
            putAside(relay, trouble.get());
            troubles.add(named(relay, trouble.get()));
        }
        return new OutOfReach(troubles);
    }

    private static Answer named(Relay relay, Answer trouble) {
        boolean says = trouble.reply().contains(relay.name());
        return says ? trouble : new Answer(trouble.outcome(), trouble.code(), relay.name() + ": " + trouble.reply());
    }

    /** For each to be asked: one that takes the call and says nothing leaves its time to the next. */
    private static final class Turn implements BooleanSupplier {

        private final Deadline end;
        private volatile boolean hasALine;

        private Turn(Deadline end) {
            this.end = end;
        }

        private void hasALine() {
            hasALine = true;
        }

        @Override
        public boolean getAsBoolean() {
            return !hasALine && end.isOver();
        }
    }

    private static boolean isTrouble(Answer answer) {
        return answer.outcome() == Outcome.RELAY_AWAY || answer.outcome() == Outcome.RELAY_REFUSES;
    }

    private void putAside(Relay relay, Answer trouble) {
        long time = trouble.outcome() == Outcome.RELAY_REFUSES ? ASIDE_WHERE_REFUSED : ASIDE;
        asideUntil.put(relay, nanos.getAsLong() + time);
    }

    private List<Relay> inTurn() {
        List<Relay> there = new ArrayList<>();
        List<Relay> aside = new ArrayList<>();
        all.forEach(relay -> (isAside(relay) ? aside : there).add(relay));
        there.addAll(aside);
        return there;
    }

    /** Where its time is over, one who asks finds out whether it is back, and it stays aside for all others until that is known. */
    private boolean isAside(Relay relay) {
        Long until = asideUntil.get(relay);
        long now = nanos.getAsLong();
        return until != null && (now - until < 0 || !asideUntil.replace(relay, until, now + ASIDE));
    }

    /** Takes leave of all, where single mails left connections open. */
    void close() {
        all.forEach(Relay::close);
    }
}
