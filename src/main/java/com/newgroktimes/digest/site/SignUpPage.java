package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.Subscribers;

/** What this is, and the form to get it. The answer is the same for every address. */
@Controller
class SignUpPage {

    private static final Logger log = LoggerFactory.getLogger(SignUpPage.class);
    private static final String ACTION = "/subscribe";
    private static final String SENT = "/subscribe/sent";

    private final Admission admission;
    private final Subscribers subscribers;
    private final Whence whence;
    private final Latest latest;
    private final Mailboxes mailboxes;

    SignUpPage(Admission admission, Subscribers subscribers, Whence whence, Latest latest, Mailboxes mailboxes) {
        this.admission = admission;
        this.subscribers = subscribers;
        this.whence = whence;
        this.latest = latest;
        this.mailboxes = mailboxes;
    }

    @GetMapping({"/", ACTION})
    ModelAndView show(@RequestParam(defaultValue = "") String source, Locale locale) {
        return page(AddressForm.empty(ACTION, source), HttpStatus.OK, latest.editions(locale));
    }

    @GetMapping(SENT)
    ModelAndView sent() {
        return new ModelAndView(
                "site/sent", Map.of("form", AddressForm.empty(ACTION, ""), "sender", mailboxes.sender()));
    }

    @PostMapping(path = ACTION, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView signUp(HttpServletRequest request, Locale locale) {
        Form sent = Form.of(request);
        AddressForm form = AddressForm.empty(ACTION, sent.get("source"));
        // No person sees that field.
        boolean trapped = !sent.get("website").isEmpty();
        FilledInAddress typed = trapped ? FilledInAddress.unread(sent, form) : FilledInAddress.read(sent, form);
        if (!trapped && typed.address() == null) {
            return page(typed.form(), typed.form().status(), latest.editions(locale));
        }
        try {
            return answer(typed, whence.client(request), locale);
        } catch (DataAccessException | TransactionException e) {
            if (DatabaseTrouble.behind(e).isEmpty()) {
                throw e;
            }
            log.warn("A sign-up could not be saved", e);
            return notDone(typed, "page.signup.fault", HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private ModelAndView answer(FilledInAddress typed, ClientAddress client, Locale locale) {
        EmailAddress address = typed.address();
        if (address == null) {
            return admission.trapped(client) ? SeeOther.at(SENT) : tooMany(typed);
        }
        return switch (admission.toJoin(client, address)) {
            case ADMITTED -> {
                subscribers.signUp(address, typed.form().source(), locale.toLanguageTag(), whence.of(client));
                yield SeeOther.at(SENT);
            }
            case TOO_MANY -> tooMany(typed);
            case CLOSED -> page(typed.form(), HttpStatus.CONFLICT, List.of());
            case DISPOSABLE -> wrong(typed, "page.address.disposable");
            case NO_MAIL_THERE -> wrong(typed, "page.address.no-mail-there");
        };
    }

    private ModelAndView tooMany(FilledInAddress typed) {
        return notDone(typed, TooManyTries.MESSAGE, TooManyTries.STATUS);
    }

    private ModelAndView wrong(FilledInAddress typed, String messageKey) {
        AddressForm form = typed.form().wrong(typed.typed(), messageKey, "");
        return page(form, form.status(), List.of());
    }

    /** Without asking the database for anything. */
    private ModelAndView notDone(FilledInAddress typed, String messageKey, HttpStatus status) {
        return page(typed.form().notDone(typed.typed(), messageKey), status, List.of());
    }

    private ModelAndView page(AddressForm form, HttpStatus status, List<EditionLine> latest) {
        return new ModelAndView(
                "site/subscribe", Map.of("form", form, "latest", latest, "open", admission.isOpen()), status);
    }
}
