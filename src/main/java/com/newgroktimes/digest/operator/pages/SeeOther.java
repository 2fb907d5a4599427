package com.newgroktimes.digest.operator.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that was acted on: a page to look at, so that reloading it acts no second time (RFC 9110 §15.4.4). */
final class SeeOther {

    private SeeOther() {}

    static ModelAndView at(String path) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
