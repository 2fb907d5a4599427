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
import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Subscribers;

/** What this is, and the form to get it. The answer is the same for every address. */
@Controller
class SignUpPage {

    private static final Logger log = LoggerFactory.getLogger(SignUpPage.class);
    private static final String ACTION = "/subscribe";
    private static final String SENT = "/subscribe/sent";

    private final Subscribers subscribers;
    private final Whence whence;
    private final Latest latest;
    private final Mailboxes mailboxes;

    SignUpPage(Subscribers subscribers, Whence whence, Latest latest, Mailboxes mailboxes) {
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
        if (!sent.get("website").isEmpty()) {
            // No person sees that field.
            return SeeOther.at(SENT);
        }
        FilledInAddress typed = FilledInAddress.read(sent, AddressForm.empty(ACTION, sent.get("source")));
        return typed.address() == null
                ? page(typed.form(), typed.form().status(), latest.editions(locale))
                : signUp(typed.address(), typed.form(), whence.of(request), locale);
    }

    private ModelAndView signUp(EmailAddress address, AddressForm form, String from, Locale locale) {
        try {
            subscribers.signUp(address, form.source(), locale.toLanguageTag(), from);
            return SeeOther.at(SENT);
        } catch (DataAccessException | TransactionException e) {
            if (DatabaseTrouble.behind(e).isEmpty()) {
                throw e;
            }
            log.warn("A sign-up could not be saved", e);
            return page(form.notSaved(address.key()), HttpStatus.SERVICE_UNAVAILABLE, List.of());
        }
    }

    private static ModelAndView page(AddressForm form, HttpStatus status, List<EditionLine> latest) {
        return new ModelAndView("site/subscribe", Map.of("form", form, "latest", latest), status);
    }
}
