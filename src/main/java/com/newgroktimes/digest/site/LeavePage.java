package com.newgroktimes.digest.site;

import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Subscribers;

/** For whoever wants to leave and has no mail of ours at hand. The answer is the same for every address. */
@Controller
class LeavePage {

    private static final String ACTION = "/leave";

    private final Subscribers subscribers;
    private final Whence whence;
    private final Mailboxes mailboxes;

    LeavePage(Subscribers subscribers, Whence whence, Mailboxes mailboxes) {
        this.subscribers = subscribers;
        this.whence = whence;
        this.mailboxes = mailboxes;
    }

    @GetMapping(ACTION)
    ModelAndView show() {
        return page(AddressForm.empty(ACTION, ""), HttpStatus.OK);
    }

    @GetMapping(ACTION + "/sent")
    ModelAndView sent() {
        return new ModelAndView("site/leave-sent", Map.of("mailbox", mailboxes.mailbox()));
    }

    @PostMapping(path = ACTION, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView ask(HttpServletRequest request) {
        Form sent = Form.of(request);
        if (sent.get("website").isEmpty()) {
            FilledInAddress typed = FilledInAddress.read(sent, AddressForm.empty(ACTION, ""));
            if (typed.address() == null) {
                return page(typed.form(), typed.form().status());
            }
            subscribers.askToLeave(typed.address(), whence.of(request));
        }
        return SeeOther.at(ACTION + "/sent");
    }

    private ModelAndView page(AddressForm form, HttpStatus status) {
        return new ModelAndView("site/leave", Map.of("form", form, "mailbox", mailboxes.mailbox()), status);
    }
}
