package com.newgroktimes.digest.site;

import java.util.Locale;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.Subscriber;

/** What stands behind a link that was mailed on request, for as long as the link works. */
interface RequestedPage {

    Errand errand();

    ModelAndView show(Subscriber reader, String path, Locale locale);

    /** @param request whose body was read: {@code sent} */
    ModelAndView press(Subscriber reader, Form sent, String path, HttpServletRequest request, Locale locale);
}
