package com.newgroktimes.digest.stories;

import java.net.URI;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.fetch.FetchFault;
import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.platform.fetch.SiteAnswer;
import com.newgroktimes.digest.platform.fetch.Validators;

/** Reads the page of an article where it is. Stores nothing. */
@Component
public class Articles {

    private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
    private static final int MOST_BYTES = 8 * 1024 * 1024;

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
        try {
            URI address = WebAddress.parse(typed.strip()).uri();
            SiteAnswer answer = web.ask(address, Validators.NONE, ACCEPT, MOST_BYTES);
            if (answer.status() != 200) {
                throw notRead("%s answered %d. %s".formatted(answer.address(), answer.status(), advice(answer)));
            }
            return readings.page(answer.body(), answer.contentType(), answer.address());
        } catch (NotAnAddress none) {
            throw new Problem(Problem.Kind.INVALID, "Not the address of a page", none.sentence());
        } catch (FetchFault fault) {
            throw notRead(fault.sentence());
        }
    }

    private static String advice(SiteAnswer answer) {
        return PageInstead.sentence(answer)
                .orElse("See whether the page is there and may be read by programs, or fill the form in by hand.");
    }

    private static Problem notRead(String what) {
        return new Problem(Problem.Kind.UNPROCESSABLE, "The page could not be read", what);
    }
}
