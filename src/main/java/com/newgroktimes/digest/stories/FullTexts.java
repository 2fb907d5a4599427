package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.Stories.Change;
import com.newgroktimes.digest.stories.Stories.Collected;
import com.newgroktimes.digest.stories.StoryPages.Wanted;

/** Reads the pages of stories of which a feed tells only a summary, and fills what it leaves empty. A page that told nothing is asked a few times. */
@Component
class FullTexts {

    private static final Logger log = LoggerFactory.getLogger(FullTexts.class);

    /** Of a feed at a time: the others have their turn when it is asked again. */
    private static final int AT_ONCE = 10;

    private final StoryPages pages;
    private final Robots robots;
    private final Articles articles;
    private final Shelf shelf;

    FullTexts(StoryPages pages, Robots robots, Articles articles, Shelf shelf) {
        this.pages = pages;
        this.robots = robots;
        this.articles = articles;
        this.shelf = shelf;
    }

    Collected complete(FeedAddress feed) {
        int changed = 0;
        List<Trouble> troubles = new ArrayList<>();
        for (Wanted wanted : pages.wanted(feed, AT_ONCE)) {
            String fault = fault(wanted, troubles);
            if (fault == null) {
                pages.read(wanted.story());
                changed++;
            } else {
                troubles.add(pages.failed(wanted, fault).trouble());
            }
        }
        return new Collected(0, changed, 0, troubles);
    }

    /**
     * Null where the page told more than the feed.
     *
     * @param troubles what is wrong with the body all the same comes here
     */
    private @Nullable String fault(Wanted wanted, List<Trouble> troubles) {
        try {
            return take(wanted, articles.at(wanted.url(), robots), troubles);
        } catch (Problem refused) {
            return refused.detail();
        } catch (RuntimeException | LinkageError | VirtualMachineError unexpected) {
            if (DatabaseTrouble.behind(unexpected).isPresent()) {
                throw unexpected;
            }
            log.error("The page {} was left out", wanted.url(), unexpected);
            return "it could not be taken; the service's log says why.";
        }
    }

    private @Nullable String take(Wanted wanted, Reading reading, List<Trouble> troubles) {
        if (reading.story().bodyHtml() == null) {
            return reading.flaws().stream()
                    .map(Flaw::what)
                    .findFirst()
                    .orElse("it tells none. Look at it, or write the body by hand.");
        }
        Telling page = new Telling(
                reading.whatIsThere().at(wanted.url()), reading.story().tldrProposed());
        Change change = shelf.take(page, wanted.url(), story -> {});
        reading.flaws().stream()
                .filter(flaw -> flaw.field().equals("bodyHtml"))
                .forEach(flaw -> troubles.add(new Trouble(wanted.url(), "Its page: " + flaw.what(), false)));
        return change == Change.UNCHANGED ? "it tells nothing that is not there already." : null;
    }
}
