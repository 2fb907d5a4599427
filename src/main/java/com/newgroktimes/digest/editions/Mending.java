package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.editions.Edition.Remark;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.TypedText;

/** Puts right what is out already: for those who have not got it yet, and, on its page, for those who have. */
@Component
class Mending {

    private static final int LONGEST_REASON = 500;

    private final EditionTable editions;
    private final RevisionTable revisions;
    private final ChoiceTable choices;
    private final Archive archive;
    private final Assembly assembly;
    private final NewVersions newVersions;
    private final Stories stories;
    private final Calendars calendars;

    Mending(
            EditionTable editions,
            RevisionTable revisions,
            ChoiceTable choices,
            Archive archive,
            Assembly assembly,
            NewVersions newVersions,
            Stories stories,
            Calendars calendars) {
        this.editions = editions;
        this.revisions = revisions;
        this.choices = choices;
        this.archive = archive;
        this.assembly = assembly;
        this.newVersions = newVersions;
        this.stories = stories;
        this.calendars = calendars;
    }

    /** A revision of its own, with its stories as they are now; again, while it is being made, with what they have become since. */
    @Transactional
    void revise(int number) {
        begin(number);
        assembly.refill(number, Taken.ALL);
    }

    /**
     * The same with what one of its stories says now; all others stay as they are.
     *
     * @param url  of the story, in whatever spelling
     * @param seen when the story became what somebody looked at
     */
    @Transactional
    void take(int number, String url, Instant seen, String by) {
        Edition edition = begin(number);
        long story = stories.find(url)
                .filter(found -> newVersions.of(edition).stream()
                        .anyMatch(version -> version.story() == found.id()
                                && version.changedAt().equals(seen)))
                .orElseThrow(() -> notThat(edition, url))
                .id();
        assembly.refill(number, Taken.only(Set.of(story), Set.of(), edition));
        choices.edited(number, calendars.now(), by);
    }

    private Edition begin(int number) {
        editions.lockContent();
        Edition edition = archive.whole(number);
        boolean paused = edition.state() == EditionState.PAUSED && edition.frozenAt() != null;
        if (!paused || !(edition.mending() || revisions.begin(edition))) {
            throw notNow(edition, "is mended while it is paused, once its readers are written down: pause it first")
                    .inWords("not-mended", edition.number(), edition.state());
        }
        return edition;
    }

    private static Problem notThat(Edition edition, String url) {
        return new Problem(
                        Kind.CONFLICT,
                        "That is not its new version",
                        "Edition %d has no story at %s that became so at that moment: it has changed again, or was taken already. Look again. Nothing was changed."
                                .formatted(edition.number(), url))
                .inWords("not-its-new-version", edition.number(), url);
    }

    @Transactional
    void correct(int number, String why) {
        Edition edition = archive.get(number);
        if (!revisions.correct(number, new Remark(calendars.now(), reason(why)))) {
            throw notNow(
                            edition,
                            "is corrected on its web page, from the moment it is out: " + beforeCorrecting(edition))
                    .inWords("not-corrected", edition.number(), edition.state());
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
            String inWords = edition.withdrawn() == null ? "not-withdrawn" : "withdrawn-already";
            throw notNow(edition, "is withdrawn once, when nobody is mailed any more: " + beforeWithdrawing(edition))
                    .inWords(inWords, edition.number(), edition.state());
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
                    .inWords("reason", LONGEST_REASON)
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
