package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Errand;
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
        return open(token, (page, reader) -> page.show(reader, path, locale), late -> over(late, path));
    }

    Optional<ModelAndView> press(String token, Form sent, String path, HttpServletRequest request, Locale locale) {
        return open(token, (page, reader) -> page.press(reader, sent, path, request, locale), late -> {
            if (!sent.has("again")) {
                return over(late, path);
            }
            subscribers.askForLink(late.reader().id(), late.errand(), whence.of(request));
            return SeeOther.at(path + "/sent");
        });
    }

    /** @param moved whether it ended with a change of address, in its hour */
    private record Late(Errand errand, Subscriber reader, boolean moved) {}

    private Optional<ModelAndView> open(
            String token,
            BiFunction<RequestedPage, Subscriber, ModelAndView> inTime,
            Function<Late, ModelAndView> late) {
        for (RequestedPage page : pages) {
            RequestedLink link = subscribers.requestedLink(page.errand().door(), token);
            Subscriber reader = link.reader();
            if (reader != null) {
                return Optional.of(
                        link.standing() == Standing.OPEN
                                ? inTime.apply(page, reader)
                                : late.apply(new Late(page.errand(), reader, link.standing() == Standing.MOVED)));
            }
            if (link.standing() == Standing.NOBODY) {
                return Optional.of(nobody());
            }
        }
        return Optional.empty();
    }

    private static ModelAndView over(Late late, String path) {
        return new ModelAndView(
                "site/link-expired",
                Map.of("masked", MaskedAddress.of(late.reader().address()), "path", path, "moved", late.moved()),
                HttpStatus.GONE);
    }

    /** Whoever had themselves erased, and looks again whether it was done. */
    static ModelAndView nobody() {
        return new ModelAndView("site/erased");
    }
}
