package com.newgroktimes.digest.editions;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.editions.Edition.Remark;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.stories.TypedText;

/** Puts right what is out already: for those who have not got it yet, and, on its page, for those who have. */
@Component
class Mending {

    private static final int LONGEST_REASON = 500;

    private final EditionTable editions;
    private final RevisionTable revisions;
    private final Archive archive;
    private final Assembly assembly;
    private final Calendars calendars;

    Mending(EditionTable editions, RevisionTable revisions, Archive archive, Assembly assembly, Calendars calendars) {
        this.editions = editions;
        this.revisions = revisions;
        this.archive = archive;
        this.assembly = assembly;
        this.calendars = calendars;
    }

    /** A revision of its own, with its stories as they are now; again, while it is being made, with what they have become since. */
    @Transactional
    void revise(int number) {
        editions.lockContent();
        Edition edition = archive.get(number);
        boolean paused = edition.state() == EditionState.PAUSED && edition.frozenAt() != null;
        if (!paused || !(edition.mending() || revisions.begin(edition))) {
            throw notNow(edition, "is mended while it is paused, once its readers are written down: pause it first");
        }
        assembly.refill(number);
    }

    @Transactional
    void correct(int number, String why) {
        Edition edition = archive.get(number);
        if (!revisions.correct(number, new Remark(calendars.now(), reason(why)))) {
            throw notNow(
                    edition, "is corrected on its web page, from the moment it is out: " + beforeCorrecting(edition));
        }
    }

    private static String beforeCorrecting(Edition edition) {
        if (edition.withdrawn() != null) {
            return "this one has none any more";
        }
        return switch (edition.state()) {
            case DRAFT, READY -> "change what it says instead";
            case SCHEDULED, HOLDING -> "take it back, and change what it says";
            case PREPARING -> "wait until its list of readers is made";
            case SENDING, PAUSING, PAUSED, RETRYING, SENT, SENT_PROBLEMS, STOPPED, FAILED ->
                "this one was sent to nobody";
        };
    }

    @Transactional
    void withdraw(int number, String why) {
        Edition edition = archive.get(number);
        if (!revisions.withdraw(number, new Remark(calendars.now(), reason(why)))) {
            throw notNow(edition, "is withdrawn once, when nobody is mailed any more: " + beforeWithdrawing(edition));
        }
    }

    private static String beforeWithdrawing(Edition edition) {
        if (edition.withdrawn() != null) {
            return "this one was";
        }
        return switch (edition.state()) {
            case DRAFT, READY -> "this one was sent to nobody";
            case SCHEDULED, HOLDING -> "take it back, and it is sent to nobody";
            case PREPARING, SENDING, PAUSED -> "stop it for good first";
            case PAUSING -> "stop it for good first, as soon as it is paused";
            case RETRYING -> "end it first";
            case FAILED -> "resume it and stop it for good first";
            case STOPPED -> "this one was stopped before its list of readers was made, and sent to nobody";
            case SENT, SENT_PROBLEMS -> "this one became so a moment ago: try again";
        };
    }

    private static String reason(String typed) {
        String line = TypedText.line(typed);
        if (line == null || line.codePointCount(0, line.length()) > LONGEST_REASON) {
            throw new Problem(
                            Kind.UNPROCESSABLE,
                            "The reason is missing or too long",
                            "Readers are shown the reason: say it in a sentence or two, of at most %d signs. Nothing was changed."
                                    .formatted(LONGEST_REASON))
                    .with("field", "why");
        }
        return line;
    }

    private static Problem notNow(Edition edition, String when) {
        String state = edition.withdrawn() == null ? edition.state().name() : "withdrawn";
        return new Problem(
                        Kind.CONFLICT,
                        "Not possible now",
                        "Edition %d is %s. An edition %s. Nothing was changed."
                                .formatted(edition.number(), state, when))
                .with("state", edition.state().name());
    }
}
