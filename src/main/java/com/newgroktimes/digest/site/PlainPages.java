package com.newgroktimes.digest.site;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages that only tell something. */
@Controller
class PlainPages {

    private final Mailboxes mailboxes;

    PlainPages(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @GetMapping("/help")
    ModelAndView help() {
        return page("site/help");
    }

    @GetMapping("/privacy")
    ModelAndView privacy() {
        return page("site/privacy");
    }

    private ModelAndView page(String view) {
        return new ModelAndView(view, Map.of("mailbox", mailboxes.mailbox(), "sender", mailboxes.sender()));
    }
}
