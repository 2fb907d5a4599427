package com.newgroktimes.digest.site;

import java.util.Locale;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.platform.SignedLinks.Signed;
import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscribers;

/**
 * Leaving: by the link in a mail, which shows a button, or by the mail program's own button (RFC 8058), which posts to the same
 * address. The token is all that counts: with a valid one any POST leaves, and its body only picks the answer.
 */
@Controller
class UnsubscribePage {

    private static final Logger log = LoggerFactory.getLogger(UnsubscribePage.class);
    private static final String PATH = "/u/{token}";

    private final ReaderLinks links;
    private final Subscribers subscribers;
    private final Whence whence;
    private final LeavingPages pages;
    private final PreviewPages previews;
    private final UnknownLink unknown;

    UnsubscribePage(
            ReaderLinks links,
            Subscribers subscribers,
            Whence whence,
            LeavingPages pages,
            PreviewPages previews,
            UnknownLink unknown) {
        this.links = links;
        this.subscribers = subscribers;
        this.whence = whence;
        this.pages = pages;
        this.previews = previews;
        this.unknown = unknown;
    }

    @GetMapping(PATH)
    ModelAndView show(@PathVariable String token, Locale locale) {
        return reader(token)
                .map(id -> pages.ask(id, token, locale))
                .or(() -> previews.leaving(token))
                .orElseGet(this::unknown);
    }

    @PostMapping(PATH)
    ModelAndView leave(@PathVariable String token, HttpServletRequest request, Locale locale) {
        Optional<Long> reader = reader(token);
        if (reader.isEmpty()) {
            return previews.left(token, request).orElseGet(this::unknown);
        }
        subscribers.leave(reader.get(), from(request));
        // RFC 8058 §3.1: a mail program follows no redirect.
        return Form.besideALink(request).get("via").equals("page")
                ? SeeOther.at("/u/" + token + "/done")
                : pages.done(reader.get(), token, locale);
    }

    @GetMapping(PATH + "/done")
    ModelAndView done(@PathVariable String token, Locale locale) {
        return reader(token)
                .map(id -> pages.done(id, token, locale))
                .or(() -> previews.nothingChanged(token))
                .orElseGet(this::unknown);
    }

    @PostMapping(PATH + "/undo")
    ModelAndView undo(@PathVariable String token, HttpServletRequest request) {
        return reader(token)
                .map(id -> {
                    subscribers.comeBack(id, from(request));
                    return SeeOther.at("/u/" + token + "/back");
                })
                .or(() -> previews.sentOn(token))
                .orElseGet(this::unknown);
    }

    @GetMapping(PATH + "/back")
    ModelAndView back(@PathVariable String token, Locale locale) {
        return reader(token)
                .map(id -> pages.back(id, token, locale))
                .or(() -> previews.nothingChanged(token))
                .orElseGet(this::unknown);
    }

    @PostMapping(PATH + "/why")
    ModelAndView why(@PathVariable String token, HttpServletRequest request) {
        Optional<Long> reader = reader(token);
        if (reader.isEmpty()) {
            return previews.sentOn(token).orElseGet(this::unknown);
        }
        ReasonForLeaving.in(Form.besideALink(request))
                .ifPresent(reason -> subscribers.sayWhy(reader.get(), reason.words(), from(request)));
        return SeeOther.at("/u/" + token + "/thanks");
    }

    @GetMapping(PATH + "/thanks")
    ModelAndView thanks(@PathVariable String token, Locale locale) {
        return reader(token)
                .map(id -> pages.thanks(id, token, locale))
                .or(() -> previews.nothingChanged(token))
                .orElseGet(this::unknown);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView fault(Exception fault, HttpServletRequest request) {
        // An old system's link may name its reader in the query; the page hands the language on by itself.
        String again = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("lang")
                .build()
                .toUriString();
        ModelAndView page = pages.fault(again);
        if (DatabaseTrouble.behind(fault).isPresent()) {
            log.warn("Somebody who wants to leave could not", fault);
            page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        } else {
            log.error("The database refused what somebody who wants to leave asked of it", fault);
            page.setStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return page;
    }

    private Optional<Long> reader(String token) {
        return links.read(Door.UNSUBSCRIBE, token).map(Signed::subject);
    }

    private String from(HttpServletRequest request) {
        return whence.of(request);
    }

    private ModelAndView unknown() {
        return unknown.page(Door.UNSUBSCRIBE);
    }
}
