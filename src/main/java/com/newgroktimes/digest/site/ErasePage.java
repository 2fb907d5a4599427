package com.newgroktimes.digest.site;

import java.util.Locale;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** What goes and what stays when a reader is erased, and one button. */
@Component
final class ErasePage implements RequestedPage {

    private final Subscribers subscribers;

    ErasePage(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @Override
    public Errand errand() {
        return Errand.ERASURE;
    }

    @Override
    public ModelAndView show(Subscriber reader, String path, Locale locale) {
        return new ModelAndView("site/erase", Map.of("masked", MaskedAddress.of(reader.address()), "path", path));
    }

    /** The same link then says that it is done. */
    @Override
    public ModelAndView press(Subscriber reader, Form sent, String path, HttpServletRequest request, Locale locale) {
        if (sent.has("erase")) {
            subscribers.eraseThemselves(reader.id());
        }
        return SeeOther.at(path);
    }
}
