package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.RequestedLink;
import com.newgroktimes.digest.subscribers.RequestedLink.Standing;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** The pages behind links that were mailed on request. Empty for every token that is none of theirs. */
@Component
final class RequestedPages {

    private final List<RequestedPage> pages;
    private final Subscribers subscribers;
    private final Whence whence;

    RequestedPages(List<RequestedPage> pages, Subscribers subscribers, Whence whence) {
        this.pages = pages;
        this.subscribers = subscribers;
        this.whence = whence;
    }

    Optional<ModelAndView> show(String token, String path, Locale locale) {
        return open(token, (page, reader) -> page.show(reader, path, locale), (page, reader) -> expired(reader, path));
    }

    Optional<ModelAndView> press(String token, Form sent, String path, HttpServletRequest request, Locale locale) {
        return open(token, (page, reader) -> page.press(reader, sent, path, request, locale), (page, reader) -> {
            if (!sent.has("again")) {
                return expired(reader, path);
            }
            subscribers.askForLink(reader.id(), page.errand(), whence.of(request));
            return SeeOther.at(path + "/sent");
        });
    }

    private Optional<ModelAndView> open(
            String token,
            BiFunction<RequestedPage, Subscriber, ModelAndView> inTime,
            BiFunction<RequestedPage, Subscriber, ModelAndView> late) {
        for (RequestedPage page : pages) {
            RequestedLink link = subscribers.requestedLink(page.errand().door(), token);
            Subscriber reader = link.reader();
            if (reader != null) {
                return Optional.of((link.standing() == Standing.EXPIRED ? late : inTime).apply(page, reader));
            }
            if (link.standing() == Standing.NOBODY) {
                return Optional.of(nobody());
            }
        }
        return Optional.empty();
    }

    private static ModelAndView expired(Subscriber reader, String path) {
        return new ModelAndView(
                "site/link-expired",
                Map.of("masked", MaskedAddress.of(reader.address()), "path", path),
                HttpStatus.GONE);
    }

    /** Whoever had themselves erased, and looks again whether it was done. */
    static ModelAndView nobody() {
        return new ModelAndView("site/erased");
    }
}
