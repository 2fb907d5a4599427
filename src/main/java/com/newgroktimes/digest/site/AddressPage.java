package com.newgroktimes.digest.site;

import java.util.Locale;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Asks for the address where the digest is to go. The answer is the same for every address. */
@Component
final class AddressPage implements RequestedPage {

    private final Admission admission;
    private final Subscribers subscribers;
    private final Whence whence;

    AddressPage(Admission admission, Subscribers subscribers, Whence whence) {
        this.admission = admission;
        this.subscribers = subscribers;
        this.whence = whence;
    }

    @Override
    public Errand errand() {
        return Errand.ADDRESS;
    }

    @Override
    public ModelAndView show(Subscriber reader, String path, Locale locale) {
        return reader.onTheList() ? page(reader, path, AddressForm.empty(path, "")) : off(path);
    }

    @Override
    public ModelAndView press(Subscriber reader, Form sent, String path, HttpServletRequest request, Locale locale) {
        FilledInAddress typed = FilledInAddress.read(sent, AddressForm.empty(path, ""));
        EmailAddress address = typed.address();
        if (!sent.has("email") || !reader.onTheList()) {
            return show(reader, path, locale);
        }
        if (address == null) {
            return page(reader, path, typed.form());
        }
        return switch (admission.toMove(whence.client(request), address)) {
            case ADMITTED, CLOSED -> {
                subscribers.askForNewAddress(reader.id(), address, whence.of(request));
                yield SeeOther.at(path + "/sent");
            }
            case TOO_MANY ->
                page(reader, path, typed.form().notDone(typed.typed(), TooManyTries.MESSAGE), TooManyTries.STATUS);
            case DISPOSABLE -> page(reader, path, typed.form().wrong(typed.typed(), "page.address.disposable", ""));
            case NO_MAIL_THERE ->
                page(reader, path, typed.form().wrong(typed.typed(), "page.address.no-mail-there", ""));
        };
    }

    /** For whoever has left meanwhile. */
    private static ModelAndView off(String path) {
        return new ModelAndView("site/new-address", Map.of("state", "OVER", "path", path), HttpStatus.GONE);
    }

    private static ModelAndView page(Subscriber reader, String path, AddressForm form) {
        return page(reader, path, form, form.status());
    }

    private static ModelAndView page(Subscriber reader, String path, AddressForm form, HttpStatus status) {
        return new ModelAndView(
                "site/address",
                Map.of("masked", MaskedAddress.of(reader.address()), "path", path, "form", form),
                status);
    }
}
