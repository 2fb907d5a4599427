package com.newgroktimes.digest.site;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends a browser on after an act, so that loading the page again does not repeat it (RFC 9110 §15.4.4). */
final class SeeOther {

    private SeeOther() {}

    static ModelAndView at(String path) {
        RedirectView there = new RedirectView(path);
        there.setStatusCode(HttpStatus.SEE_OTHER);
        there.setExposeModelAttributes(false);
        return new ModelAndView(there);
    }
}
