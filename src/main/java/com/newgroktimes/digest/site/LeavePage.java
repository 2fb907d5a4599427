package com.newgroktimes.digest.site;

import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.Subscribers;

/** For whoever wants to leave and has no mail of ours at hand. The answer is the same for every address. */
@Controller
class LeavePage {

    private static final String ACTION = "/leave";

    private final Admission admission;
    private final Subscribers subscribers;
    private final Whence whence;
    private final Mailboxes mailboxes;

    LeavePage(Admission admission, Subscribers subscribers, Whence whence, Mailboxes mailboxes) {
        this.admission = admission;
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
        AddressForm form = AddressForm.empty(ACTION, "");
        ClientAddress client = whence.client(request);
        if (!sent.get("website").isEmpty()) {
            return admission.trapped(client)
                    ? SeeOther.at(ACTION + "/sent")
                    : tooMany(FilledInAddress.unread(sent, form));
        }
        FilledInAddress typed = FilledInAddress.read(sent, form);
        EmailAddress address = typed.address();
        if (address == null) {
            return page(typed.form(), typed.form().status());
        }
        if (!admission.toAsk(client, address)) {
            return tooMany(typed);
        }
        subscribers.askToLeave(address, whence.of(client));
        return SeeOther.at(ACTION + "/sent");
    }

    private ModelAndView tooMany(FilledInAddress typed) {
        return page(typed.form().notDone(typed.typed(), TooManyTries.MESSAGE), TooManyTries.STATUS);
    }

    private ModelAndView page(AddressForm form, HttpStatus status) {
        return new ModelAndView("site/leave", Map.of("form", form, "mailbox", mailboxes.mailbox()), status);
    }
}
