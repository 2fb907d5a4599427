package com.newgroktimes.digest.stories;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.fetch.DocumentRequest;
import com.newgroktimes.digest.platform.fetch.FetchFault;
import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.platform.fetch.Leave;
import com.newgroktimes.digest.platform.fetch.SiteAnswer;

/** Reads the page of an article where it is. Stores nothing. */
@Component
public class Articles {

    private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final int FEWEST_WORDS = 5;
    private static final Set<String> PLACES_OF_TEXT = Set.of("page", "bodyHtml");
    private static final Flaw NO_TEXT = new Flaw(
            "bodyHtml",
            "There is hardly a word of an article on this page. See whether it is the page of one story, and not the front page of a site; else write the text by hand.");

    private final GuardedFetch web;
    private final Readings readings;

    Articles(GuardedFetch web, Readings readings) {
        this.web = web;
        this.readings = readings;
    }

    /**
     * Takes as long as the site does.
     *
     * @throws Problem where that is no address, or nothing came from it
     */
    public Reading at(String typed) {
        return at(typed, Leave.GIVEN);
    }

    /**
     * The same, of a page that nobody asked us to read.
     *
     * @throws Problem where it may not be read, too
     */
    Reading at(String typed, Leave leave) {
        try {
            URI address = WebAddress.parse(typed.strip()).uri();
            SiteAnswer answer = web.ask(address, new DocumentRequest(ACCEPT, MOST_BYTES).by(leave));
            if (answer.status() != 200) {
                throw notRead("%s answered %d. %s".formatted(answer.address(), answer.status(), advice(answer)));
            }
            refuseFeed(answer);
            return lookedAt(readings.page(answer.body(), answer.contentType(), answer.address()));
        } catch (NotAnAddress none) {
            throw new Problem(Problem.Kind.INVALID, "Not the address of a page", none.sentence());
        } catch (FetchFault fault) {
            throw notRead(fault.sentence());
        }
    }

    private void refuseFeed(SiteAnswer answer) {
        try {
            readings.feed(answer.body(), answer.contentType(), answer.address());
        } catch (Problem noFeed) {
            return;
        }
        throw notRead(
                "%s is a feed, and not the page of an article. Feeds are collected where the settings name them, under digest.stories.feeds. Give the address of one story here."
                        .formatted(answer.address()));
    }

    private static Reading lookedAt(Reading reading) {
        String body = reading.story().bodyHtml();
        boolean isEmpty = body == null || Jsoup.parseBodyFragment(body).text().split(" ").length < FEWEST_WORDS;
        return isEmpty && reading.flaws().stream().noneMatch(flaw -> PLACES_OF_TEXT.contains(flaw.field()))
                ? reading.after(List.of(NO_TEXT))
                : reading;
    }

    private static String advice(SiteAnswer answer) {
        return PageInstead.sentence(answer)
                .orElse("See whether the page is there and may be read by programs, or fill the form in by hand.");
    }

    private static Problem notRead(String what) {
        return new Problem(Problem.Kind.UNPROCESSABLE, "The page could not be read", what);
    }
}
