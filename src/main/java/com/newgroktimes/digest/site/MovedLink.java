package com.newgroktimes.digest.site;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What a link does that was mailed to an address before: nothing, and it tells nothing of the address that they have now. */
final class MovedLink {

    private MovedLink() {}

    static ModelAndView page() {
        return new ModelAndView("site/link-moved", Map.of(), HttpStatus.GONE);
    }
}
