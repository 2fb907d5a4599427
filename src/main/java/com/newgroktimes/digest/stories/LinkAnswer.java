package com.newgroktimes.digest.stories;

import java.time.Instant;

/**
 * What came of following a link.
 *
 * @param status the site's last answer; 0 where none came
 */
public record LinkAnswer(String url, Outcome outcome, int status, Instant askedAt) {

    public enum Outcome {
        /** It leads to a page. */
        FINE,
        /** To a page, after more redirects than readers on slow lines wait for. */
        ROUNDABOUT,
        /** To a page that takes its time. */
        SLOW,
        /** Its site says that there is no such page. */
        GONE,
        /** There is no such host. */
        NO_HOST,
        /** The host does not prove that it is the one: browsers warn of it. */
        UNPROVEN,
        /** Its site answered, and did not say whether the page is there: many give strangers nothing. */
        UNTOLD,
        /** Nothing came. */
        SILENT,
        /** Its host is not on the open internet, and was not asked. */
        CLOSED
    }

    public String host() {
        return String.valueOf(WebAddress.parse(url).uri().getHost());
    }
}
