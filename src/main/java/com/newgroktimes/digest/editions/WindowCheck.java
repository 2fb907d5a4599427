package com.newgroktimes.digest.editions;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;

/** Whoever sends an edition before its week is over should know that they do. */
@Component
class WindowCheck implements SendCheck {

    private final Publication publication;
    private final Clock clock;

    WindowCheck(Publication publication, Clock clock) {
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public String rule() {
        return "window";
    }

    @Override
    public boolean isOfLeaving() {
        return true;
    }

    @Override
    public List<Finding> look(Edition edition) {
        return edition.closesAfter(clock.instant())
                ? List.of(Finding.look("open", edition.closes().atZone(publication.timeZone())))
                : List.of();
    }
}
