package com.newgroktimes.digest.platform;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that was acted on: a page to look at, so that reloading it acts no second time (RFC 9110 §15.4.4). */
public final class SeeOther {

    private SeeOther() {}

    public static ModelAndView at(String path) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
