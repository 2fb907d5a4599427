package com.newgroktimes.digest.delivery.run;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.run.Waiting.Cause;
import com.newgroktimes.digest.platform.DatabaseTrouble;

/** What a run does of a database in trouble: it waits where that passes by itself, and pauses where somebody has to act. */
@Component
final class DatabaseTroubles {

    private final OpenRuns open;
    private final SafetyPause pause;
    private final Notice notice;

    DatabaseTroubles(OpenRuns open, SafetyPause pause, Notice notice) {
        this.open = open;
        this.pause = pause;
        this.notice = notice;
    }

    /** What keeps the ledgers of open runs from being written, as far as that itself can be written down: asked every few seconds. */
    void tell() {
        open.all().forEach(run -> run.whileItLasts(() -> tell(run)));
    }

    private void tell(Run run) {
        run.writer()
                .trouble()
                .ifPresentOrElse(trouble -> met(run, trouble), () -> notice.goesOn(run.waiting(), Cause.DATABASE));
        notice.show(run.waiting());
    }

    void met(Run run, DatabaseTrouble trouble) {
        if (trouble.passesByItself()) {
            notice.waits(run.waiting(), Cause.DATABASE, whatItWaitsFor(trouble));
        } else {
            pause(run.edition(), trouble);
        }
    }

    /** Where no run could be opened. */
    void met(int edition, DatabaseTrouble trouble) {
        if (trouble.passesByItself()) {
            notice.tell(edition, whatItWaitsFor(trouble));
        } else {
            pause(edition, trouble);
        }
    }

    private void pause(int edition, DatabaseTrouble trouble) {
        pause.begin(edition, "%s %s, then resume.".formatted(trouble.sentence(), trouble.remedy()));
    }

    private static String whatItWaitsFor(DatabaseTrouble trouble) {
        return trouble.sentence() + " Nobody is mailed meanwhile, and it goes on by itself afterwards.";
    }
}
