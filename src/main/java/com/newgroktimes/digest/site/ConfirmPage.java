package com.newgroktimes.digest.site;

import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.delivery.UsualDay;
import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.Confirmation;
import com.newgroktimes.digest.subscribers.Confirmation.Standing;
import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Where the link in a confirmation mail leads: a button, since programs that look at links press none. */
@Controller
class ConfirmPage {

    private final Admission admission;
    private final Subscribers subscribers;
    private final ReaderLinks links;
    private final Whence whence;
    private final UnknownLink unknown;
    private final Latest latest;
    private final Mailboxes mailboxes;
    private final Days days;
    private final UsualDay usualDay;

    ConfirmPage(
            Admission admission,
            Subscribers subscribers,
            ReaderLinks links,
            Whence whence,
            UnknownLink unknown,
            Latest latest,
            Mailboxes mailboxes,
            Days days,
            UsualDay usualDay) {
        this.admission = admission;
        this.subscribers = subscribers;
        this.links = links;
        this.whence = whence;
        this.unknown = unknown;
        this.latest = latest;
        this.mailboxes = mailboxes;
        this.days = days;
        this.usualDay = usualDay;
    }

    @GetMapping({"/confirm/{token}", "/confirm/{token}/done"})
    ModelAndView show(@PathVariable String token, Locale locale) {
        Confirmation confirmation = subscribers.confirmation(token);
        Subscriber reader = confirmation.reader();
        if (confirmation.standing() == Standing.MOVED) {
            return MovedLink.page();
        }
        return reader == null ? unknown.page(Door.CONFIRM) : page(confirmation, reader, "/confirm/" + token, locale);
    }

    @PostMapping("/confirm/{token}")
    ModelAndView press(@PathVariable String token, HttpServletRequest request, Locale locale) {
        ClientAddress client = whence.client(request);
        Subscriber reader = subscribers.confirmation(token).reader();
        if (reader != null && Form.besideALink(request).has("again")) {
            return askAgain(reader, client);
        }
        return switch (subscribers.confirm(token, whence.of(client))) {
            case DONE, ALREADY -> SeeOther.at("/confirm/" + token + "/done");
            case EXPIRED, MOVED, REFUSED, UNKNOWN -> show(token, locale);
        };
    }

    private ModelAndView askAgain(Subscriber reader, ClientAddress client) {
        return switch (admission.toJoin(client, reader.address())) {
            case ADMITTED -> {
                subscribers.signUpAgain(reader.id(), whence.of(client));
                yield SeeOther.at("/subscribe/sent");
            }
            case TOO_MANY -> throw TooManyTries.problem();
            // The front page says why.
            case CLOSED, DISPOSABLE, NO_MAIL_THERE -> SeeOther.at("/subscribe");
        };
    }

    /** A link to the settings is as old as the one that led here: each may be passed on, and an old one does less. */
    private ModelAndView page(Confirmation confirmation, Subscriber reader, String path, Locale locale) {
        Standing standing = confirmation.standing();
        Map<String, Object> model = new HashMap<>();
        model.put("state", standing.name());
        model.put("masked", MaskedAddress.of(reader.address()));
        model.put("path", path);
        model.put("left", days.spelledOut(reader.leftAt(), locale));
        model.put("settings", links.settings(reader.id(), confirmation.issued()).getPath());
        model.put("mailbox", mailboxes.mailbox());
        model.put("latest", latest.editions(locale));
        usualDay.find().ifPresent(day -> model.put("day", day.getDisplayName(TextStyle.FULL_STANDALONE, locale)));
        return new ModelAndView("site/confirm", model, status(standing));
    }

    private static HttpStatus status(Standing standing) {
        return switch (standing) {
            case READY, ALREADY, LEFT -> HttpStatus.OK;
            case EXPIRED, MOVED -> HttpStatus.GONE;
            case REFUSED -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
        };
    }
}
