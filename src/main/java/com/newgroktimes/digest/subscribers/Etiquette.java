package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.Letter.Occasion;

/** What an address may be sent when somebody, who may be anybody, asks for something in its name. */
@Component
class Etiquette {

    private static final Period NOT_ME_HOLDS = Period.ofYears(1);
    private static final Duration BOUNCED_RESTS = Duration.ofDays(30);

    private final EvidenceLog evidence;
    private final Clock clock;

    Etiquette(EvidenceLog evidence, Clock clock) {
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * Whether the inbox was mailed little enough about such acts. Belongs under the inbox's lock, and the act's note under the same; what
     * asks for the same mail counts together.
     */
    boolean mayAct(long subscriber, Act... acts) {
        return evidence.countForInbox(subscriber, acts, Duration.ofDays(1)) < InboxBudget.A_DAY
                && evidence.countForInbox(subscriber, acts, Duration.ofDays(30)) < InboxBudget.IN_30_DAYS;
    }

    Optional<LetterKind> due(Subscriber to, Occasion occasion) {
        return switch (occasion) {
            case SIGN_UP -> dueAtSignUp(to);
            case ADDED -> dueAtSignUp(to).map(kind -> kind == LetterKind.CONFIRMATION ? LetterKind.ADDED : kind);
            case ASKING -> isWaiting(to) ? Optional.of(LetterKind.ASK) : Optional.empty();
            case LEAVE -> to.onTheList() ? Optional.of(LetterKind.LEAVE) : Optional.empty();
            case SETTINGS_LINK -> to.onTheList() ? Optional.of(LetterKind.SETTINGS_LINK) : Optional.empty();
            case ADDRESS_LINK -> to.onTheList() ? Optional.of(LetterKind.ADDRESS_LINK) : Optional.empty();
            case COPY_LINK -> mayBeWrittenTo(to) ? Optional.of(LetterKind.COPY_LINK) : Optional.empty();
            case ERASURE_LINK -> mayBeWrittenTo(to) ? Optional.of(LetterKind.ERASURE_LINK) : Optional.empty();
            case NEW_ADDRESS -> mayBeNamed(to) ? Optional.of(LetterKind.NEW_ADDRESS) : Optional.empty();
            case ADDRESS_CHANGED -> Optional.of(LetterKind.ADDRESS_CHANGED);
            case WELCOME -> to.onTheList() ? Optional.of(LetterKind.WELCOME) : Optional.empty();
            case FAREWELL -> hasJustLeft(to) ? Optional.of(LetterKind.GOODBYE) : Optional.empty();
        };
    }

    /** Whoever has come back meanwhile does not want to read that they are gone. */
    private static boolean hasJustLeft(Subscriber to) {
        return to.state() == SubscriberState.UNSUBSCRIBED && to.suppressed() == null;
    }

    /** What they have a right to, they have on the list or off it. */
    private static boolean mayBeWrittenTo(Subscriber to) {
        return to.suppressed() == null;
    }

    /** Nobody asked us in their name: what a sign-up would overcome, this does not. */
    private static boolean isWaiting(Subscriber to) {
        return to.state() == SubscriberState.PENDING && to.suppressed() == null;
    }

    /** Where mail came back, a reader who wants it there is no reason to try again: their old address works. */
    private boolean mayBeNamed(Subscriber to) {
        return mayBeAsked(to) && to.suppressed() != Suppression.HARD_BOUNCE;
    }

    private Optional<LetterKind> dueAtSignUp(Subscriber to) {
        if (to.onTheList()) {
            return Optional.of(LetterKind.ALREADY);
        }
        return mayBeAsked(to) ? Optional.of(LetterKind.CONFIRMATION) : Optional.empty();
    }

    private boolean mayBeAsked(Subscriber to) {
        if (to.suppressed() == null || to.suppressedAt() == null) {
            return true;
        }
        return switch (to.suppressed()) {
            case ERASED -> true;
            case HARD_BOUNCE ->
                !triedSince(to, later(to.suppressedAt(), clock.instant().minus(BOUNCED_RESTS)));
            case NOT_ME -> notMeIsOver(to.suppressedAt());
            case COMPLAINT, OPERATOR -> false;
        };
    }

    /**
     * Whether a press on the link in a confirmation mail puts the reader on the list. Where mail had come back, a link that was
     * mailed since shows that the address works again.
     */
    boolean mayStart(Subscriber reader, Instant issued) {
        if (reader.suppressed() == null || reader.suppressedAt() == null) {
            return true;
        }
        return switch (reader.suppressed()) {
            case ERASED -> true;
            case HARD_BOUNCE -> !reader.suppressedAt().isAfter(issued);
            case NOT_ME -> notMeIsOver(reader.suppressedAt());
            case COMPLAINT, OPERATOR -> false;
        };
    }

    private boolean notMeIsOver(Instant said) {
        return said.isBefore(notMeIsOverWhereSaidBefore(clock.instant()));
    }

    static Instant notMeIsOverWhereSaidBefore(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(NOT_ME_HOLDS).toInstant();
    }

    private boolean triedSince(Subscriber to, Instant moment) {
        return evidence.count(to.id(), Act.CONFIRMATION_MAILED, moment) > 0
                || evidence.count(to.id(), Act.MAIL_REFUSED, moment) > 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
