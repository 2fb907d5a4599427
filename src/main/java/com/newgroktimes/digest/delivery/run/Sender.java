package com.newgroktimes.digest.delivery.run;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.Claim;
import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Settlement;
import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Message;
import com.newgroktimes.digest.mail.Outcome;
import com.newgroktimes.digest.mail.Relay;

/**
 * Offers deliveries over one connection: take one, compose it, settle the last and claim this one in a single turn, hand it to the
 * relay. It holds no database connection. Pace, patience and the line come before the claim, so that nothing claimed ever waits; a
 * line that was lost comes before all of them, so that nobody's turn is taken for nothing.
 */
final class Sender implements AutoCloseable {

    private static final long A_WHILE = TimeUnit.SECONDS.toNanos(1);
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(50);

    /** What says nothing of the reader: another relay may bring it, or this one once its destination is back. */
    private static final Set<Outcome> TAKEN_UP_AGAIN =
            EnumSet.of(Outcome.RELAY_AWAY, Outcome.RELAY_REFUSES, Outcome.OURS, Outcome.MESSAGE_REFUSED);

    private final Run run;
    private final Carrier carrier;
    private final Relay.Connection line;
    private final Aftermath aftermath;
    private final LeftOut leftOut;
    private final Redial redial = new Redial(System::nanoTime);
    private @Nullable Settlement unsettled;
    private boolean givenBack;
    private boolean hasDialled;
    private boolean hasLine;
    private boolean hasAble;

    Sender(Run run, Carrier carrier, Aftermath aftermath, LeftOut leftOut) {
        this.run = run;
        this.carrier = carrier;
        this.line = carrier.connection(run::isKnownToBeOver);
        this.aftermath = aftermath;
        this.leftOut = leftOut;
    }

    /** False once there is nothing left for this sender to do. Whatever it claimed is settled when it returns. */
    boolean offerForAWhile() {
        boolean more = offerWhileThereIsTime();
        if (!more) {
            close(); // here, beside the others: a relay that does not answer to that holds them up once
        }
        return more;
    }

    private boolean offerWhileThereIsTime() {
        run.writer().enter();
        try {
            long until = System.nanoTime() + A_WHILE;
            boolean more = true;
            while (more && System.nanoTime() < until) {
                more = offerNext();
            }
            return more;
        } finally {
            settleAndLeave();
        }
    }

    private void settleAndLeave() {
        try {
            settle();
        } finally {
            run.writer().leave();
        }
    }

    private boolean offerNext() {
        if (redial.isTooEarly() && carrier.lines().areAny()) {
            return rest();
        }
        return carrier.isProven() ? bringNext() : tryTheRelay();
    }

    private boolean bringNext() {
        boolean hasLostIt = hasDialled && !line.isOpen();
        boolean mayBring = carrier.mayAsk() && (!hasLostIt || opens(line.open())) && carrier.hasTurn();
        return mayBring ? takeNext() : rest();
    }

    /** The line comes before anything is taken that another relay could have. */
    private boolean tryTheRelay() {
        if (!carrier.isMineToTry()) {
            return rest();
        }
        try {
            boolean mayBring = carrier.mayAsk() && opens(line.open()) && carrier.hasTurn();
            return mayBring ? takeNext() : rest();
        } finally {
            carrier.tried();
        }
    }

    /** @param noLine what stood in the way of a line, if anything */
    private boolean opens(Optional<Answer> noLine) {
        hasDialled = true;
        countLine();
        noLine.ifPresentOrElse(this::hasNoLine, redial::connected);
        return noLine.isEmpty();
    }

    private void countLine() {
        boolean isOpen = line.isOpen();
        boolean isAble = isOpen && line.carriesBeyondAscii();
        if (hasLine && (!isOpen || hasAble != isAble)) {
            carrier.lines().remove(hasAble);
            hasLine = false;
        }
        if (isOpen && !hasLine) {
            carrier.lines().add(isAble);
        }
        hasLine = isOpen;
        hasAble = isAble;
    }

    private void hasNoLine(Answer answer) {
        if (isOneTooMany(answer)) {
            waitsForALine(answer);
        } else {
            aftermath.ofNoLine(run, carrier, answer);
        }
    }

    /** The relay is there for others: it is not away, and takes no more lines. */
    private boolean isOneTooMany(Answer answer) {
        return answer.outcome() == Outcome.RELAY_AWAY
                && !hasLine
                && carrier.lines().areAny();
    }

    private void waitsForALine(Answer answer) {
        if (redial.refused() && !answer.code().isEmpty()) { // without a word of its own it may as well be going away
            carrier.lines().areAllThatItTakes(answer.reply());
        }
    }

    private boolean takeNext() {
        Delivery next = run.readahead().next(this::isForUs);
        if (next == null) {
            return rest();
        }
        try {
            Delivery.Reader reader = next.reader();
            return reader == null ? leaveOut(next) : offer(next, reader);
        } finally {
            if (!givenBack) {
                run.readahead().letGo(next);
            }
            givenBack = false;
        }
    }

    /** Of what others could not bring: not what this relay has said is refused while another may be let in, nor what it cannot carry. */
    private boolean isForUs(Delivery delivery) {
        Delivery.Reader reader = delivery.reader();
        if (reader == null) {
            return true;
        }
        boolean isForAnother = carrier.hearsay().isOf(delivery.subscriber())
                && run.carriers().mayOthersBring(carrier, delivery.subscriber());
        return !isForAnother && (EmailAddress.stored(reader.address()).isAscii() || isForUsBeyondAscii());
    }

    private boolean isForUsBeyondAscii() {
        return hasAble
                || run.carriers().beyondAscii() != BeyondAscii.BY_ANOTHER
                || (carrier.isExpectedToCarryBeyondAscii() && !carrier.lines().areAnyAble());
    }

    /** False where nothing is left to wait for. */
    private boolean rest() {
        return !run.readahead().isExhausted() && pause();
    }

    /** False where the run has been stopped meanwhile, and not where nobody can tell: nothing opens a sender again that has ended. */
    private boolean pause() {
        settle();
        LockSupport.parkNanos(A_MOMENT);
        return !run.gate().isShut();
    }

    private boolean offer(Delivery delivery, Delivery.Reader reader) {
        EmailAddress address = EmailAddress.stored(reader.address());
        if (!opens(line.open(address, this::settle))) {
            return takeUpAgain(delivery) && pause();
        }
        if (address.isAscii() || line.carriesBeyondAscii()) {
            return bring(delivery, reader);
        }
        return switch (run.carriers().beyondAscii()) { // before it is composed: it may come back many times
            case BY_ANOTHER -> leaveToAnother(delivery);
            case LATER -> claim(delivery, () -> putOff(delivery));
            case BY_NOBODY -> bring(delivery, reader);
        };
    }

    private boolean bring(Delivery delivery, Delivery.Reader reader) {
        Message message = run.copies().of(delivery, reader);
        return claim(delivery, () -> settleLater(delivery, reader, line.offer(message)));
    }

    private boolean claim(Delivery delivery, BooleanSupplier whenOurs) {
        Claim claim = run.writer().exchange(takeUnsettled(), delivery);
        return switch (claim) {
            case OURS -> whenOurs.getAsBoolean();
            case REFUSED -> leaveOut(delivery);
            case LOST -> takeUpAgain(delivery);
            case CLOSED -> takeUpAgain(delivery) && pause();
            case NONE -> false;
        };
    }

    /** Another of its machines may take such an address, where one has done so and no line leads there now. */
    private boolean leaveToAnother(Delivery delivery) {
        if (carrier.isExpectedToCarryBeyondAscii() && !carrier.lines().areAnyAble()) {
            settle();
            close();
            carrier.lines().isMissingAble();
        }
        return leaveToOthers(delivery);
    }

    private boolean leaveToOthers(Delivery delivery) {
        run.readahead().later(delivery);
        givenBack = true;
        return pause();
    }

    private boolean putOff(Delivery delivery) {
        unsettled = aftermath.ofNoCarrier(run, delivery);
        settle();
        return true;
    }

    private boolean settleLater(Delivery delivery, Delivery.Reader reader, Answer answer) {
        countLine();
        if (isOneTooMany(answer)) {
            waitsForALine(answer);
            return comesBack(delivery);
        }
        if (answer.isForAsciiAlone() && run.carriers().beyondAscii() != BeyondAscii.BY_NOBODY) {
            return comesBack(delivery); // the line broke, and the next one was to another machine
        }
        unsettled = aftermath.of(run, carrier, delivery, reader.domain(), answer);
        if (answer.outcome() != Outcome.ACCEPTED) {
            settle(); // the line may be gone, and opening it takes its time
        }
        if (carrier.hearsay().isOf(delivery.subscriber())) {
            return leaveToOthers(delivery);
        }
        return !TAKEN_UP_AGAIN.contains(answer.outcome()) || takeUpAgain(delivery);
    }

    private boolean comesBack(Delivery untried) {
        unsettled = Settlement.returned(untried, null);
        settle();
        return takeUpAgain(untried);
    }

    private boolean leaveOut(Delivery delivery) {
        settle();
        unsettled = leftOut.why(delivery.subscriber())
                .map(why -> Settlement.skipped(delivery, why))
                .orElse(null);
        return true;
    }

    private boolean takeUpAgain(Delivery delivery) {
        run.readahead().again(delivery);
        givenBack = true;
        return true;
    }

    private void settle() {
        Settlement last = takeUnsettled();
        if (last != null) {
            run.writer().exchange(last, null);
        }
    }

    private @Nullable Settlement takeUnsettled() {
        Settlement last = unsettled;
        unsettled = null;
        return last;
    }

    @Override
    public void close() {
        line.close();
        countLine();
    }
}
