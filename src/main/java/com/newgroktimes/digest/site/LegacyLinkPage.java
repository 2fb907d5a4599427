package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.LegacyKeys;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscribers;

/**
 * Where an old system's unsubscribe links lead: to the page of our own link for the same reader, whose button posts to that. A mail
 * program's own button (RFC 8058) leaves at once. Its addresses are settings: {@link LegacyLinkRoutes}.
 */
@Controller
class LegacyLinkPage {

    private final LegacyKeys keys;
    private final ReaderLinks links;
    private final Subscribers subscribers;
    private final Whence whence;
    private final UnsubscribePage unsubscribe;
    private final LeavingPages pages;
    private final LeavePage leave;
    private final UnknownLink unknown;
    private final List<LegacyPattern> patterns;

    LegacyLinkPage(
            LegacyKeys keys,
            ReaderLinks links,
            Subscribers subscribers,
            Whence whence,
            UnsubscribePage unsubscribe,
            LeavingPages pages,
            LeavePage leave,
            UnknownLink unknown,
            LegacyLinkSettings settings) {
        this.keys = keys;
        this.links = links;
        this.subscribers = subscribers;
        this.whence = whence;
        this.unsubscribe = unsubscribe;
        this.pages = pages;
        this.leave = leave;
        this.unknown = unknown;
        this.patterns = settings.patterns();
    }

    ModelAndView show(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return answer(request, response, id -> pages.ask(id, token(id), locale));
    }

    /** An old page's other forms did other things: only what a mail program sends leaves. */
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        boolean oneClick = Form.besideALink(request).get("List-Unsubscribe").equals("One-Click");
        return oneClick
                ? answer(request, response, id -> {
                    subscribers.leave(id, whence.of(request));
                    return pages.done(id, token(id), locale);
                })
                : show(request, response, locale);
    }

    private ModelAndView answer(
            HttpServletRequest request, HttpServletResponse response, Function<Long, ModelAndView> page) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        Optional<LegacyPattern> form = patterns.stream()
                .filter(pattern -> pattern.in(request).isPresent())
                .findFirst();
        if (form.filter(LegacyPattern::showsAnAddress).isPresent()) {
            return leave.show();
        }
        return form.flatMap(pattern -> pattern.in(request))
                .flatMap(keys::reader)
                .map(page)
                .orElseGet(() -> unknown.page(Door.UNSUBSCRIBE));
    }

    private String token(long reader) {
        return links.unsubscribe(reader)
                .getPath()
                .substring(Door.UNSUBSCRIBE.path().length());
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView fault(Exception fault, HttpServletRequest request) {
        return unsubscribe.fault(fault, request);
    }
}
