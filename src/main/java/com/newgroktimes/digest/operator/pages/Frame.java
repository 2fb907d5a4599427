package com.newgroktimes.digest.operator.pages;

import java.security.Principal;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import com.newgroktimes.digest.mail.Outbox;

/** What every page of the console has without being given it. */
@ControllerAdvice(basePackageClasses = Frame.class)
final class Frame {

    private final Times times;
    private final CheckWords found;
    private final ProblemWords refusals;
    private final boolean hasOutbox;

    /** @param outbox there is one in the demonstration alone */
    Frame(Times times, CheckWords found, ProblemWords refusals, ObjectProvider<Outbox> outbox) {
        this.times = times;
        this.found = found;
        this.refusals = refusals;
        this.hasOutbox = outbox.getIfAvailable() != null;
    }

    /** @param operator null for whoever is not signed in */
    @ModelAttribute
    void fill(Model page, CsrfToken csrf, @Nullable Principal operator) {
        page.addAttribute("csrf", csrf);
        page.addAttribute("times", times);
        page.addAttribute("found", found);
        page.addAttribute("refusals", refusals);
        page.addAttribute("hasOutbox", hasOutbox);
        if (operator != null) {
            page.addAttribute("operator", operator.getName());
        }
    }
}
