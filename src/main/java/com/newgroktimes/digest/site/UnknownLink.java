package com.newgroktimes.digest.site;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.subscribers.Door;

/** The one answer to every token that is not, character by character, one of ours. */
@Controller
class UnknownLink {

    private final Mailboxes mailboxes;

    UnknownLink(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Links that lost or gained something on their way, so that they fit no other address. */
    @RequestMapping(
            path = {"/confirm/**", "/not-me/**"},
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView to() {
        return page(Door.CONFIRM);
    }

    @RequestMapping(
            path = {"/u/**", "/settings/**"},
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView toLeave() {
        return page(Door.UNSUBSCRIBE);
    }

    ModelAndView page(Door door) {
        boolean leaving = door != Door.CONFIRM && door != Door.NOT_ME;
        return new ModelAndView(
                "site/unknown",
                Map.of(
                        "leaving", leaving,
                        "form", AddressForm.empty("/leave", ""),
                        "mailbox", mailboxes.mailbox()),
                HttpStatus.NOT_FOUND);
    }
}
